package org.talenthub.help;

import java.util.Locale;

/** The guides, as docs/ has them. */
enum Guide {
    CLERK,
    OFFICIAL,
    MATCHMAKER,
    OPERATIONS;

    /** Of its file and its address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String file(boolean english) {
        return word() + (english ? ".md" : ".zh-CN.md");
    }
}
