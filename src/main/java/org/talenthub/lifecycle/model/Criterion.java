package org.talenthub.lifecycle.model;

import java.util.Locale;

/** What experts give points for; together 100. A proposal: the guidelines name what is looked at and no weights. */
public enum Criterion {
    /** 基础条件. */
    CONDITIONS(30),
    /** 重点任务. */
    TASKS(30),
    /** 年度目标. */
    GOALS(20),
    /** 组织与经费保障. */
    SUPPORT(20);

    private final int most;

    Criterion(int most) {
        this.most = most;
    }

    /** Of the proposal; a call may weigh otherwise. */
    public int most() {
        return most;
    }

    /** As it stands in the API: {@code conditions}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
