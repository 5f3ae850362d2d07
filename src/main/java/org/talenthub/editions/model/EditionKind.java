package org.talenthub.editions.model;

import java.util.List;
import java.util.Set;

/** What an edition lists, and what is said in words of each of its lines. */
public enum EditionKind {
    /** 重点引才清单: posts. */
    LIST(List.of("post", "enterprise", "requirements", "duties", "place", "salary", "benefits", "remark"), Set.of("post")),
    /** 揭榜挂帅榜单: challenges. */
    CHALLENGE(
            List.of("name", "content", "targets", "prize", "deadline", "conditions", "issuer", "place", "remark"),
            Set.of("name", "content", "targets", "prize", "deadline", "issuer"));

    private final List<String> words;
    private final Set<String> required;

    EditionKind(List<String> words, Set<String> required) {
        this.words = words;
        this.required = required;
    }

    /** The fields of a line that are words, in their order. */
    public List<String> words() {
        return words;
    }

    /** Those that no published line is without. */
    public Set<String> required() {
        return required;
    }

    /** The field that says what a line is about. */
    public String title() {
        return words.getFirst();
    }
}
