package org.talenthub.demo;

/** The categories of talent as the demo draws them: how often, and how old such people are. */
enum Kind {
    STRATEGIC("战略科技人才", 0.006, 54, 70),
    LEADING("科技领军人才", 0.06, 42, 62),
    YOUNG("青年科技人才", 0.12, 28, 40),
    ENTREPRENEUR("企业家", 0.06, 35, 64),
    ENGINEER("卓越工程师", 0.454, 25, 58),
    SKILLED("高技能人才", 0.30, 21, 57);

    final String label;
    final double share;
    final int youngest;
    final int oldest;

    Kind(String label, double share, int youngest, int oldest) {
        this.label = label;
        this.share = share;
        this.youngest = youngest;
        this.oldest = oldest;
    }

    boolean scientist() {
        return this == STRATEGIC || this == LEADING || this == YOUNG;
    }

    static Kind draw(Dice dice) {
        double at = dice.random().nextDouble();
        for (Kind kind : values()) {
            at -= kind.share;
            if (at < 0) {
                return kind;
            }
        }
        return SKILLED;
    }
}
