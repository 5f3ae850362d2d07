package org.talenthub.editions.urgency;

/** What kind of shortage it is (紧缺类型). */
public enum Shortage {
    /** 数量型: some are fit, but too few for the heads that are missing. */
    QUANTITY,
    /** 能力型: there are people with the skills, but too few of the level that is asked for. */
    ABILITY,
    /** 供给型: hardly anybody has the skills at all. */
    SUPPLY,
    /** 动态型: enough are fit by number; it is filled and falls vacant, or pay, place and time do not suit. */
    DYNAMIC;

    /**
     * For each head that is missing, how many people…
     *
     * @param scarce have the skills, below which it is a matter of supply
     * @param qualified are fit, below which it is one of ability
     * @param plenty are fit, below which it is one of quantity
     */
    public record Limits(double scarce, double qualified, double plenty) {}

    /**
     * @param gap heads that are missing
     * @param skilled people of the industry with the skills
     * @param fit those of them who meet the conditions too
     */
    public static Shortage of(int gap, long skilled, long fit, Limits limits) {
        double heads = Math.max(1, gap);
        if (skilled / heads < limits.scarce) {
            return SUPPLY;
        }
        if (fit / heads < limits.qualified) {
            return ABILITY;
        }
        return fit / heads < limits.plenty ? QUANTITY : DYNAMIC;
    }
}
