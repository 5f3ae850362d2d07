package org.talenthub.insight.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A record in the middle, kinds of its neighbours around it, the neighbours outside: where each stands, in units of the picture, which is
 * {@value #WIDTH} by {@value #HEIGHT}. Never more than {@value #MOST} of them.
 */
record Ring(List<Spot> spots) {

    static final int WIDTH = 1000;
    static final int HEIGHT = 760;
    static final int MOST = 120;

    private static final double INNER = 150;
    private static final double OUTER = 300;

    /** Neighbours of one kind: what they are called, where one goes on, and those that are shown. */
    record Sector(String label, String href, List<Point> points) {}

    record Point(String text, String href) {}

    /**
     * @param x of its middle
     * @param fromX where its line begins
     * @param level 1 for a kind, 2 for a neighbour
     * @param anchor of its text: start, middle or end
     * @param textX of its text
     */
    record Spot(
            String text, String href, long x, long y, long fromX, long fromY, int level, String anchor, long textX) {}

    /** Each kind takes as much of the circle as its neighbours need. */
    static Ring of(List<Sector> sectors) {
        int weight = sectors.stream().mapToInt(s -> 1 + s.points().size()).sum();
        List<Spot> spots = new ArrayList<>();
        double angle = -Math.PI / 2;
        for (Sector s : sectors) {
            double wide = 2 * Math.PI * (1 + s.points().size()) / weight;
            double middle = angle + wide / 2;
            long x = x(INNER, middle);
            long y = y(INNER, middle);
            if (spots.size() >= MOST) {
                break;
            }
            spots.add(new Spot(s.label(), s.href(), x, y, WIDTH / 2, HEIGHT / 2, 1, "middle", x));
            for (int i = 0; i < s.points().size() && spots.size() < MOST; i++) {
                double at = angle + wide * (i + 1) / (s.points().size() + 1);
                long px = x(OUTER, at);
                boolean right = px >= WIDTH / 2;
                spots.add(new Spot(
                        s.points().get(i).text(),
                        s.points().get(i).href(),
                        px,
                        y(OUTER, at),
                        x,
                        y,
                        2,
                        right ? "start" : "end",
                        px + (right ? 10 : -10)));
            }
            angle += wide;
        }
        return new Ring(spots);
    }

    private static long x(double radius, double angle) {
        return Math.round(WIDTH / 2.0 + radius * Math.cos(angle));
    }

    private static long y(double radius, double angle) {
        return Math.round(HEIGHT / 2.0 + radius * Math.sin(angle));
    }
}
