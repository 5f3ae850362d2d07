package org.talenthub.security.throttle;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What was typed as a username, as accounts are called: a name that is written in several ways is one name, to the throttle too. */
public final class Usernames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private Usernames() {}

    /** 2 to 40 of a–z, 0–9, dot, dash and underscore, beginning with a letter or a digit. */
    public static boolean valid(String name) {
        return NAME.matcher(name).matches();
    }

    /** Full-width letters and capitals made small and narrow, blanks around it gone; need not be {@link #valid}. */
    public static String canonical(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
