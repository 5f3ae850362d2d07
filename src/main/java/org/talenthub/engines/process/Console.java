package org.talenthub.engines.process;

import java.time.Duration;
import java.util.Locale;

/**
 * Tells on standard output what the engines do. The engines start before the logging system does, and unpacking takes
 * long enough that silence would look like a fault; hence plain lines, Chinese first.
 */
public final class Console {

    private Console() {}

    public static void say(String chinese, String english) {
        System.out.println("[hub] " + chinese + " · " + english);
    }

    /** Seconds with one decimal, as in {@code 2.4}. */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    /** Counts what has been unpacked and says so at each further fifth. Sizes are bytes. */
    public static final class Progress {

        private static final int STEP = 20;

        private final String title;
        private final long total;
        private long done;
        private int told;

        public Progress(String title, long total) {
            this.title = title;
            this.total = Math.max(1, total);
            say("正在解压 " + title, "unpacking " + title);
        }

        public void add(long bytes) {
            done += bytes;
            int percent = (int) (100 * done / total);
            if (percent >= told + STEP && told < 100 - STEP) {
                told = percent / STEP * STEP;
                say("正在解压 " + title + " … " + told + "%", "unpacking … " + told + "%");
            }
        }
    }
}
