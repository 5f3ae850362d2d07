package org.talenthub.accounts.first;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.talenthub.accounts.Accounts;
import org.talenthub.security.CurrentViewer;
import org.talenthub.security.HubMode;

/**
 * Gives a new hub that is not a demo its first account, and tells its password once: on the console to somebody who sits there, else in
 * a file of the home that only its owner can read and that is gone after the first sign-in. What a console writes elsewhere is a log.
 */
@Component
class FirstAdmin implements ApplicationRunner {

    /** What the hub is started with when nobody can sign in as an administrator any more. */
    private static final List<String> RESET = List.of("admin", "reset");

    private final Accounts accounts;
    private final HubMode mode;
    private final OneUseFile file;

    FirstAdmin(Accounts accounts, HubMode mode, @Value("${hub.home:.hub}") String home) {
        this.accounts = accounts;
        this.mode = mode;
        this.file = new OneUseFile(Path.of(home).resolve("admin-password"));
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        if (mode.demo()) {
            return;
        }
        try {
            Optional<String> password =
                    RESET.equals(args.getNonOptionArgs()) ? Optional.of(accounts.resetAdmin()) : accounts.ensureAdmin();
            if (password.isPresent()) {
                tell(password.get());
            }
        } catch (DataIntegrityViolationException e) {
            // Another hub on the same database created it in the same moment, and has told the password.
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it still is where another program holds the streams
    private void tell(String password) throws IOException {
        @SuppressWarnings("SystemConsoleNull") // there is one on every JDK that the hub runs on, but nobody promises it
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            console.printf(
                    "%n    管理员账号 admin，密码 %s ，只显示这一次。%n    Administrator: admin, password %s , shown only this once.%n%n",
                    password, password);
        } else {
            file.write(password);
            System.out.println("\n    管理员账号 admin，密码在 " + file.path() + " ，登录一次后文件即删除。\n"
                    + "    Administrator: admin, its password is in " + file.path()
                    + " , which is removed after the first sign-in.\n");
        }
    }

    /** Whoever signed in as an administrator needs the file no more. */
    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        if (CurrentViewer.of(event.getAuthentication()).username().equals(Accounts.FIRST)) {
            file.remove();
        }
    }
}
