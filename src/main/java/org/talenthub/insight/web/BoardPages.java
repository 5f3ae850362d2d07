package org.talenthub.insight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.talenthub.common.Problem;
import org.talenthub.insight.Boards;
import org.talenthub.results.exports.FigureSheet;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** The boards as pages, each number a link to its rows; the same numbers as a workbook. */
@Controller
@RequestMapping("/boards")
class BoardPages {

    private final BoardViews views;
    private final Texts texts;

    BoardPages(BoardViews views, Texts texts) {
        this.views = views;
        this.texts = texts;
    }

    @GetMapping
    String first() {
        return "redirect:/boards/" + Boards.NAMES.getFirst();
    }

    @GetMapping("/{board}")
    String board(@PathVariable String board, Viewer viewer, Model model) {
        model.addAttribute("view", views.of(known(board), viewer));
        model.addAttribute("section", "boards");
        return "insight/board";
    }

    @GetMapping("/{board}.xlsx")
    void workbook(@PathVariable String board, Viewer viewer, HttpServletResponse response) throws IOException {
        BoardView view = views.of(known(board), viewer);
        List<FigureSheet.Table> tables = view.tables().stream()
                .map(t -> new FigureSheet.Table(
                        t.title().isEmpty() ? t.id() : t.title(),
                        t.columns(),
                        t.rows().stream().map(BoardPages::cells).toList()))
                .toList();
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        FigureSheet.write(
                texts.text("board.title." + board) + " · " + texts.text("board.date", view.date()), tables, book);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + board + "-" + view.date() + ".xlsx\"");
        book.writeTo(response.getOutputStream());
    }

    private static List<Object> cells(BoardView.Line line) {
        List<Object> cells = new ArrayList<>();
        cells.add(line.group().isEmpty() ? line.label() : line.group() + " · " + line.label());
        line.cells().forEach(c -> cells.add(c.number() == null ? c.text() : c.number()));
        return cells;
    }

    private static String known(String board) {
        if (!Boards.NAMES.contains(board)) {
            throw Problem.notFound();
        }
        return board;
    }
}
