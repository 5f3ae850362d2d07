package org.talenthub.events.model;

/** What kind of event it is. */
public enum EventKind {
    /** 引才专列. */
    TALENT_TRAIN,
    /** 人才论坛. */
    FORUM,
    /** 银企对接. */
    BANK_ENTERPRISE,
    /** 专业人才智汇基层. */
    GRASSROOTS;

    /** Pairs are made by what both are about, not by a post's conditions. */
    public boolean byField() {
        return this == FORUM || this == BANK_ENTERPRISE;
    }
}
