package org.talenthub.common;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.ExitCodeGenerator;

/** The hub cannot run as it is set up; told to the person at the console in a few lines of both languages, without a stack trace. */
public final class WrongSetting extends IllegalStateException implements ExitCodeGenerator {

    /** The exit code of a hub that is set up wrongly: 78, "configuration error" of sysexits.h. */
    public static final int EXIT_CODE = 78;

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong and what to do about it, as one sentence or two. */
    public record Fault(String chinese, String english) {}

    private final transient List<Fault> faults;

    public WrongSetting(String chinese, String english) {
        this(List.of(new Fault(chinese, english)));
    }

    /** @param faults the gravest first */
    public WrongSetting(List<Fault> faults) {
        super(faults.stream().map(f -> f.chinese() + " " + f.english()).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }
}
