package org.talenthub.editions.model;

import java.util.List;
import java.util.Set;

/** What an edition lists, and what is said in words of each of its lines. */
public enum EditionKind {
    /** 重点引才清单: posts. */
    LIST,
    /** 揭榜挂帅榜单: challenges. */
    CHALLENGE;

    private static final List<String> OF_POSTS =
            List.of("post", "enterprise", "requirements", "duties", "place", "salary", "benefits", "remark");
    private static final List<String> OF_CHALLENGES =
            List.of("name", "content", "targets", "prize", "deadline", "conditions", "issuer", "place", "remark");

    /** The fields of a line that are words, in their order. */
    public List<String> words() {
        return switch (this) {
            case LIST -> OF_POSTS;
            case CHALLENGE -> OF_CHALLENGES;
        };
    }

    /** Those that no published line is without. */
    public Set<String> required() {
        return switch (this) {
            case LIST -> Set.of("post");
            case CHALLENGE -> Set.of("name", "content", "targets", "prize", "deadline", "issuer");
        };
    }

    /** The field that says what a line is about. */
    public String title() {
        return words().getFirst();
    }
}
