package org.talenthub.lifecycle.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an application has to say, as the guidelines' outline has it. */
public enum Section {
    /** 基本情况. */
    BASICS,
    /** 基础条件. */
    CONDITIONS,
    /** 重点任务. */
    TASKS,
    /** 年度目标. */
    GOALS,
    /** 组织与经费保障. */
    SUPPORT,
    /** 服务清单. */
    SERVICES;

    /** As it stands in the API: {@code basics}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Section> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }
}
