package org.talenthub.search.understanding;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pieces of a typed line among each other: what stays a condition beside what, and what is excluded. */
final class Pieces {

    /** What organisations are called by: in their names nothing is a condition. */
    private static final Pattern BODY = Pattern.compile(
            ".*(公司|集团|大学|学院|学校|研究院|研究所|研究中心|医院|工厂|厂|中学|小学|产业园|驿站|人才基地|管委会|委员会|工作站|工作室|实验室|中心|银行|协会|学会)$");

    /** May end a trade's name: 激光博士. What else ends it so is mostly a post (汽车高级工程师). */
    private static final Set<String> LEVELS = Set.of("education", "degree");

    private Pieces() {}

    /** Takes back, until nothing changes, every word that something unknown touches. */
    static void settle(String text, List<Piece> pieces) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < pieces.size(); i++) {
                Piece p = pieces.get(i);
                boolean stays = switch (p.sort()) {
                    case WEAK -> fits(text, pieces, i);
                    case FILLER -> condition(pieces, i, -1) || condition(pieces, i, 1);
                    case EXCEPT -> condition(pieces, i, -1);
                    case OR -> alternatives(pieces, i);
                    case NOT -> i + 1 < pieces.size() && condition(pieces, i, 1) && start(pieces, i);
                    default -> true;
                };
                if (!stays) {
                    pieces.set(i, p.as(Piece.Sort.TEXT));
                    changed = true;
                }
            }
        }
    }

    private static boolean fits(String text, List<Piece> pieces, int i) {
        Piece before = beside(pieces, i, -1);
        Piece after = beside(pieces, i, 1);
        String filter = pieces.get(i).conditions().getFirst().filter();
        boolean left = before == null
                || before.condition()
                || before.sort() == Piece.Sort.NOT
                || before.sort() == Piece.Sort.OR
                || (before.sort() == Piece.Sort.TOPIC && LEVELS.contains(filter));
        boolean right = after == null
                || after.condition()
                || after.sort() == Piece.Sort.OR
                || after.sort() == Piece.Sort.EXCEPT
                || (after.sort() == Piece.Sort.TOPIC && filter.equals("region"));
        return left && right && !BODY.matcher(run(text, pieces, i)).matches();
    }

    /** The pieces without a blank between; of one piece alone nothing, since a whole word is what it is. */
    private static String run(String text, List<Piece> pieces, int i) {
        int first = i;
        while (first > 0 && pieces.get(first - 1).sort() != Piece.Sort.BLANK) {
            first--;
        }
        int last = i;
        while (last + 1 < pieces.size() && pieces.get(last + 1).sort() != Piece.Sort.BLANK) {
            last++;
        }
        return first == last
                ? ""
                : text.substring(pieces.get(first).from(), pieces.get(last).to());
    }

    /** What touches a piece, fillers apart; null for a blank or the end. */
    private static @Nullable Piece beside(List<Piece> pieces, int i, int step) {
        for (int j = i + step; j >= 0 && j < pieces.size(); j += step) {
            Piece p = pieces.get(j);
            if (p.sort() == Piece.Sort.BLANK) {
                return null;
            }
            if (p.sort() != Piece.Sort.FILLER) {
                return p;
            }
        }
        return null;
    }

    private static boolean condition(List<Piece> pieces, int i, int step) {
        Piece p = beside(pieces, i, step);
        return p != null && p.condition();
    }

    /** An “or” is only understood between two values of one filter. */
    private static boolean alternatives(List<Piece> pieces, int i) {
        Piece a = beside(pieces, i, -1);
        Piece b = beside(pieces, i, 1);
        return a != null
                && b != null
                && a.condition()
                && b.condition()
                && a.conditions().size() == 1
                && b.conditions().size() == 1
                && a.conditions()
                        .getFirst()
                        .filter()
                        .equals(b.conditions().getFirst().filter());
    }

    private static boolean start(List<Piece> pieces, int i) {
        return i == 0 || pieces.get(i - 1).sort() == Piece.Sort.BLANK;
    }

    /** 非武汉, 不要 博士, 武汉以外: what the word stands beside, when that is one condition and nothing else touches it. */
    static void negate(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).sort() == Piece.Sort.NOT || pieces.get(i).sort() == Piece.Sort.EXCEPT) {
                int begin = i;
                while (begin > 0
                        && pieces.get(i).sort() == Piece.Sort.EXCEPT
                        && pieces.get(begin - 1).sort() != Piece.Sort.BLANK) {
                    begin--;
                }
                int end = i + 1;
                while (end < pieces.size() && pieces.get(end).sort() != Piece.Sort.BLANK) {
                    end++;
                }
                negateRun(pieces.subList(begin, end));
                i = end - 1;
            }
        }
    }

    private static void negateRun(List<Piece> run) {
        boolean one = run.stream().filter(Piece::condition).count() == 1;
        for (int i = 0; i < run.size(); i++) {
            Piece p = run.get(i);
            if (!one) {
                run.set(i, p.as(Piece.Sort.TEXT));
            } else if (p.condition()) {
                run.set(
                        i,
                        new Piece(
                                p.from(),
                                p.to(),
                                p.sort(),
                                p.conditions().stream().map(Condition::negated).toList()));
            }
        }
    }
}
