package org.talenthub.editions.needs;

import java.util.List;

/**
 * How posts are named, from {@code batch-jobs/key-list.yml}.
 *
 * @param noise words that say nothing of the post: 急聘, 若干名
 * @param ranks words that say how senior it is, groups of the same meaning, the lowest first; a post without one stands apart
 * @param endings words that only say that it is somebody: 工程师, 专员
 * @param same groups of words that mean the same in a name
 * @param functions what one does: two posts that do different things are never one
 * @param generic posts that are something else in every company unless the same skills are asked for
 */
public record Naming(
        List<String> noise,
        List<List<String>> ranks,
        List<String> endings,
        List<List<String>> same,
        List<String> functions,
        List<String> generic) {

    public Naming {
        noise = List.copyOf(noise);
        ranks = List.copyOf(ranks);
        endings = List.copyOf(endings);
        same = List.copyOf(same);
        functions = List.copyOf(functions);
        generic = List.copyOf(generic);
    }
}
