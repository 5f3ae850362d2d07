package org.talenthub.editions.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.publishing.EditionContent.Line;
import org.talenthub.results.exports.PrintedSheet;
import org.talenthub.results.exports.PrintedSheet.PrintedColumn;

/** An edition as a workbook, as one would print it. */
public final class EditionSheet {

    private record Spec(String field, PrintedColumn column) {}

    private static final List<Spec> LIST = List.of(
            new Spec("post", new PrintedColumn("岗位名称", 20, false)),
            new Spec("enterprise", new PrintedColumn("需求单位", 26, false)),
            new Spec("", new PrintedColumn("人数", 6, true)),
            new Spec("requirements", new PrintedColumn("任职要求", 50, false)),
            new Spec("place", new PrintedColumn("工作地点", 12, false)),
            new Spec("salary", new PrintedColumn("年薪", 14, false)));

    private static final List<Spec> CHALLENGE = List.of(
            new Spec("name", new PrintedColumn("需求名称", 24, false)),
            new Spec("content", new PrintedColumn("研究内容", 40, false)),
            new Spec("targets", new PrintedColumn("考核指标", 36, false)),
            new Spec("prize", new PrintedColumn("榜额", 12, false)),
            new Spec("deadline", new PrintedColumn("完成时限", 12, false)),
            new Spec("conditions", new PrintedColumn("揭榜条件", 28, false)),
            new Spec("issuer", new PrintedColumn("发榜单位", 22, false)));

    private EditionSheet() {}

    public static byte[] of(EditionView view) {
        EditionContent c = view.content();
        boolean list = c.kind() == EditionKind.LIST;
        List<Spec> specs = list ? LIST : CHALLENGE;
        List<PrintedColumn> columns = new ArrayList<>();
        columns.add(new PrintedColumn("序号", 6, true));
        specs.forEach(s -> columns.add(s.column()));
        if (list) {
            columns.add(new PrintedColumn("紧缺程度", 12, true));
            columns.add(new PrintedColumn("指数", 8, true));
            columns.add(new PrintedColumn("连续未满足", 10, true));
        }
        List<List<Object>> rows = c.lines().stream()
                .map(l -> {
                    List<Object> row = new ArrayList<>();
                    row.add(l.n());
                    specs.forEach(s ->
                            row.add(s.field().isEmpty() ? l.heads() : l.words().getOrDefault(s.field(), "")));
                    if (list) {
                        row.add(l.bandLabel() + " " + stars(l));
                        row.add(l.index());
                        row.add(l.yearsUnmet() + " 年");
                    }
                    return row;
                })
                .toList();
        List<String> notes = new ArrayList<>();
        c.lines().stream()
                .filter(l -> l.ageGround() != null)
                .forEach(l -> notes.add("第 " + l.n() + " 行的年龄条件依据：" + l.ageGround()));
        view.errata()
                .forEach(e ->
                        notes.add("勘误" + e.n() + (e.line() == null ? "" : "（第 " + e.line() + " 行）") + "：" + e.text()));
        if (view.sha256() != null) {
            notes.add("校验：" + view.sha256());
        }
        return new PrintedSheet(c.title(), under(view), columns, rows, notes).bytes();
    }

    static String under(EditionView view) {
        EditionContent c = view.content();
        return Stream.of(
                        view.state().published() ? "" : "草稿，未发布",
                        c.number() == null ? "" : "编号 " + c.number(),
                        c.document() == null ? "" : c.document(),
                        c.date())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("　"));
    }

    static String stars(Line l) {
        return "★".repeat(l.stars()) + "☆".repeat(5 - l.stars());
    }
}
