package org.talenthub;

import java.lang.reflect.InvocationTargetException;

/**
 * Starts {@link TalentHub} where Java is new enough and says so where it is not: compiled for Java 17, on which the rest cannot even be
 * loaded.
 */
public final class Launcher {

    private static final int JAVA = 25;

    /** The exit code of a hub that is set up wrongly: 78, "configuration error" of sysexits.h. */
    private static final int WRONG_SETTING = 78;

    private Launcher() {}

    public static void main(String[] args) throws Throwable {
        if (Runtime.version().feature() < JAVA) {
            String here = System.getProperty("java.version") + " (" + System.getProperty("java.home") + ")";
            System.err.println("[hub] 无法启动：需要 Java 25 或更高版本，现在是 " + here + "。请用 JDK 25 的 java 启动。");
            System.err.println(
                    "[hub] cannot start: Java 25 or newer is needed, this is " + here + ". Use the java of a JDK 25.");
            System.exit(WRONG_SETTING);
        }
        try {
            Class.forName("org.talenthub.TalentHub")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
