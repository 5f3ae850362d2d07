package org.talenthub.operations.doctor;

import org.talenthub.common.WrongSetting.Fault;

/**
 * What was found about one thing, in words.
 *
 * @param code for tests and programs: {@code database.password}
 */
record Finding(Level level, String code, String chinese, String english) {

    enum Level {
        OK,
        /** It runs, but somebody should know. */
        WARN,
        /** It does not run yet, but will by itself once something else is there. */
        AWAY,
        /** It cannot run; the words say what to do. */
        FIX
    }

    static Finding ok(String code, String chinese, String english) {
        return new Finding(Level.OK, code, chinese, english);
    }

    static Finding warn(String code, String chinese, String english) {
        return new Finding(Level.WARN, code, chinese, english);
    }

    static Finding away(String code, String chinese, String english) {
        return new Finding(Level.AWAY, code, chinese, english);
    }

    static Finding fix(String code, String chinese, String english) {
        return new Finding(Level.FIX, code, chinese, english);
    }

    boolean fatal() {
        return level == Level.FIX;
    }

    Fault fault() {
        return new Fault(chinese, english);
    }

    /** For the console. */
    String line() {
        String mark = switch (level) {
            case OK -> "[OK]   ";
            case WARN -> "[WARN] ";
            case AWAY, FIX -> "[FIX]  ";
        };
        return mark + chinese + " · " + english;
    }
}
