package org.talenthub.insight.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.insight.Boards;
import org.talenthub.insight.ChainGaps;
import org.talenthub.insight.ChainGaps.Gap;
import org.talenthub.insight.Figures;
import org.talenthub.insight.Figures.Figure;
import org.talenthub.insight.web.BoardView.Cell;
import org.talenthub.insight.web.BoardView.Line;
import org.talenthub.insight.web.BoardView.Table;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Lays the boards' numbers out as pages: a finding, charts, and the table of each. */
@Component
class BoardViews {

    private static final int SHADES = 5;

    private final Boards boards;
    private final ChainGaps gaps;
    private final Texts texts;

    BoardViews(Boards boards, ChainGaps gaps, Texts texts) {
        this.boards = boards;
        this.gaps = gaps;
        this.texts = texts;
    }

    BoardView of(String board, Viewer viewer) {
        List<BoardView.Tab> tabs = Boards.NAMES.stream()
                .map(n -> new BoardView.Tab(n, "/boards/" + n, n.equals(board)))
                .toList();
        if (board.equals("chain-gaps")) {
            List<Gap> all = gaps.of(Map.of(), viewer);
            return new BoardView(
                    board,
                    tabs,
                    thinnest(all).map(this::finding).orElse(null),
                    HubTime.today().toString(),
                    "/boards/chain-gaps.xlsx",
                    all.stream().anyMatch(Gap::thin) ? List.of(thin(all), whole(all)) : List.of(whole(all)));
        }
        Figures figures = boards.of(board, viewer);
        List<Table> tables = figures.groups().stream()
                .filter(g -> !g.figures().isEmpty())
                .map(g -> table(board, g))
                .toList();
        return new BoardView(
                board, tabs, finding(board, figures), figures.date(), "/boards/" + board + ".xlsx", tables);
    }

    private static long number(Object count) {
        return count instanceof Number n ? n.longValue() : 0;
    }

    private static Optional<Gap> thinnest(List<Gap> all) {
        return all.stream().filter(Gap::thin).max(Comparator.comparingLong(g -> g.heads() - number(g.talents())));
    }

    private String finding(Gap g) {
        return texts.text(
                "board.finding.chain-gaps",
                g.label(),
                Texts.number(g.demands()),
                Texts.number(g.heads()),
                text(g.talents()));
    }

    private @Nullable String finding(String board, Figures figures) {
        return figures.groups().stream()
                .filter(g -> !g.name().equals("all") || board.equals("services"))
                .findFirst()
                .flatMap(g -> g.figures().stream()
                        .filter(f -> number(f.value()) > 0)
                        .max(Comparator.comparingLong(f -> number(f.value())))
                        .map(f -> texts.text(
                                "board.finding.most",
                                g.label().isEmpty() ? "" : g.label(),
                                f.label(),
                                text(f.value()))))
                .orElse(null);
    }

    /** The nodes that lack most, people beside heads. */
    private Table thin(List<Gap> all) {
        List<Line> rows = all.stream()
                .filter(Gap::thin)
                .sorted(Comparator.comparingLong((Gap g) -> number(g.talents()) - g.heads()))
                .limit(15)
                .map(g -> new Line(
                        g.label(),
                        "/chains/" + g.node(),
                        List.of(cell(g.talents(), site(g, "talents")), cell(g.heads(), site(g, "demands"))),
                        true,
                        g.industryLabel()))
                .toList();
        return new Table(
                "thin",
                texts.text("board.thin"),
                "bar",
                List.of(texts.text("board.node"), texts.text("board.talents"), texts.text("board.heads")),
                rows);
    }

    private Table whole(List<Gap> all) {
        long most = all.stream().mapToLong(g -> number(g.talents())).max().orElse(1);
        List<Line> rows = all.stream()
                .map(g -> new Line(
                        g.label(),
                        "/chains/" + g.node(),
                        List.of(
                                shaded(g.talents(), site(g, "talents"), most),
                                cell(g.demands(), site(g, "demands")),
                                cell(g.heads(), site(g, "demands")),
                                cell(g.filled(), site(g, "demands")),
                                cell(g.over55(), site(g, "over55")),
                                cell((long) g.yearsUnmet(), site(g, "demands"))),
                        g.thin(),
                        g.industryLabel() + " · " + texts.text("stage." + g.stage())))
                .toList();
        return new Table(
                "nodes",
                texts.text("board.nodes"),
                "none",
                Stream.of("node", "talents", "demands", "heads", "filled", "over55", "years")
                        .map(c -> texts.text("board." + c))
                        .toList(),
                rows);
    }

    /** The site's list behind a number of the API. */
    private static @Nullable String site(Gap g, String of) {
        String api = g.links().get(of);
        if (api == null) {
            return null;
        }
        String kind = api.substring("/api/v1/".length(), api.indexOf('?'));
        return "/search?tab=" + kind + "&" + api.substring(api.indexOf('?') + 1);
    }

    private Table table(String board, Figures.Group g) {
        boolean heads = g.figures().stream().anyMatch(f -> f.heads() != null);
        boolean target = g.figures().stream().anyMatch(f -> f.target() != null);
        long most = g.figures().stream().mapToLong(f -> number(f.value())).max().orElse(1);
        List<String> columns = new ArrayList<>(List.of(texts.text("board.what"), texts.text("board.count")));
        if (heads) {
            columns.add(texts.text("board.heads"));
        }
        if (target) {
            columns.add(texts.text("board.target"));
        }
        List<Line> rows = g.figures().stream()
                .map(f -> line(board, f, heads, target, most))
                .toList();
        String title = texts.textOr("board." + board + "." + g.name(), g.label());
        boolean tiles = board.equals("regions");
        boolean words = board.equals("stations") && g.name().equals("stations");
        return new Table(g.name(), title, tiles ? "tiles" : words ? "none" : "bar", columns, rows);
    }

    private Line line(String board, Figure f, boolean heads, boolean target, long most) {
        List<Cell> cells = new ArrayList<>();
        boolean word = f.value() instanceof String s && !s.startsWith("<");
        cells.add(
                word
                        ? new Cell(texts.text("reporting.state." + f.value()), null, null, 0)
                        : shaded(f.value(), f.page(), most));
        if (heads) {
            cells.add(cell(f.heads() == null ? 0L : f.heads(), f.page()));
        }
        if (target) {
            cells.add(f.target() == null ? new Cell("–", null, null, 0) : cell(f.target(), null));
        }
        boolean thin = "OVERDUE".equals(f.value())
                || (f.target() != null && f.value() instanceof Number n && n.longValue() < f.target());
        return new Line(
                f.label(), word ? f.page() : board.equals("regions") ? "/regions/" + f.name() : null, cells, thin, "");
    }

    private static Cell cell(Object value, @Nullable String href) {
        return shaded(value, href, 0);
    }

    private static Cell shaded(Object value, @Nullable String href, long most) {
        long n = number(value);
        int shade = most <= 0 || n == 0 ? 0 : (int) Math.max(1, Math.ceil((double) SHADES * n / most));
        return new Cell(text(value), value instanceof Number ? n : null, n == 0 ? null : href, shade);
    }

    private static String text(Object value) {
        return value instanceof Number n ? Texts.number(n.longValue()) : String.valueOf(value);
    }
}
