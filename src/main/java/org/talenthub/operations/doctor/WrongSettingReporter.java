package org.talenthub.operations.doctor;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.talenthub.common.WrongSetting;

/** Tells of a {@link WrongSetting} in at most five lines instead of Boot's banner or a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WrongSettingReporter implements SpringBootExceptionReporter {

    /** Two faults in two languages, and where to see the rest. */
    private static final int SHOWN = 2;

    private static final int DEEPEST = 20;

    private final PrintStream out;

    WrongSettingReporter() {
        this(System.err);
    }

    WrongSettingReporter(PrintStream out) {
        this.out = out;
    }

    @Override
    public boolean reportException(Throwable failure) {
        WrongSetting wrong = find(failure);
        if (wrong == null) {
            return false;
        }
        lines(wrong).forEach(out::println);
        // a context that never was whole complains when it is closed, which says nothing more
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(SpringApplication.class.getName(), LogLevel.ERROR);
        return true;
    }

    static List<String> lines(WrongSetting wrong) {
        return Stream.concat(
                        wrong.faults().stream()
                                .limit(SHOWN)
                                .flatMap(f ->
                                        Stream.of("[hub] 无法启动：" + f.chinese(), "[hub] cannot start: " + f.english())),
                        Stream.of("[hub] 全部检查 · all checks: java -jar talent-hub.jar doctor"))
                .toList();
    }

    private static @Nullable WrongSetting find(Throwable failure) {
        Throwable t = failure;
        for (int depth = 0; t != null && depth < DEEPEST; depth++, t = t.getCause()) {
            if (t instanceof WrongSetting wrong) {
                return wrong;
            }
        }
        return null;
    }
}
