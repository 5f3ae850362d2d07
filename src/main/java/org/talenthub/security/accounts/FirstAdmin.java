package org.talenthub.security.accounts;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.talenthub.security.HubMode;

/** Gives a new hub that is not a demo its first account, and says its password once: on the console, not in the log. */
@Component
class FirstAdmin implements ApplicationRunner {

    private final Accounts accounts;
    private final HubMode mode;

    FirstAdmin(Accounts accounts, HubMode mode) {
        this.accounts = accounts;
        this.mode = mode;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (mode.demo()) {
            return;
        }
        try {
            accounts.ensureAdmin()
                    .ifPresent(password -> System.out.println(
                            "\n    管理员账号 admin，密码 " + password + " ，只显示这一次。\n    Administrator: admin, password "
                                    + password + " , shown only this once.\n"));
        } catch (DataIntegrityViolationException e) {
            // Another hub on the same database created it in the same moment, and has told the password.
        }
    }
}
