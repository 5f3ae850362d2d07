package org.talenthub.results.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.talenthub.access.Rights;
import org.talenthub.access.Visibility;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Which columns a viewer may export of a kind: those of its sheet that he can read on some record. */
@Component
public class ExportColumns {

    private final Feeds feeds;
    private final Dictionaries dictionaries;
    private final Regions regions;
    private final Rights rights;
    private final Texts texts;

    ExportColumns(Feeds feeds, Dictionaries dictionaries, Regions regions, Rights rights, Texts texts) {
        this.feeds = feeds;
        this.dictionaries = dictionaries;
        this.regions = regions;
        this.rights = rights;
        this.texts = texts;
    }

    /** In the sheet's order. */
    public List<ExportColumn> of(Kind kind, Viewer viewer) {
        Visibility best = rights.scope(kind.type(), viewer).best();
        List<ExportColumn> columns = new ArrayList<>();
        for (Column c : feeds.get(kind.type()).columns()) {
            if (c.sensitive() ? best.masks() : best.shows(c.privacy())) {
                columns.add(new ExportColumn(
                        c.field(), texts.textOr("column." + c.field(), c.title()), !c.sensitive(), label(c)));
            }
        }
        if (kind == Kind.TALENT || kind == Kind.DEMAND) {
            columns.add(new ExportColumn("carrier", texts.text("export.column.carrier"), true, v -> v));
        }
        columns.add(new ExportColumn("id", texts.text("export.column.id"), true, v -> v));
        return columns;
    }

    /**
     * The columns asked for, in the sheet's order; the usual ones when none is.
     *
     * @param wanted keys, also several in one text with commas between
     * @throws Problem 400 for a column that the viewer cannot export
     */
    List<ExportColumn> chosen(Kind kind, List<String> wanted, Viewer viewer) {
        List<String> keys = wanted.stream()
                .flatMap(w -> Arrays.stream(w.split(",")))
                .map(String::strip)
                .filter(k -> !k.isEmpty())
                .distinct()
                .toList();
        List<ExportColumn> all = of(kind, viewer);
        List<ExportColumn> found = all.stream()
                .filter(c -> keys.isEmpty() ? c.usual() : keys.contains(c.key()))
                .toList();
        if (found.size() < keys.size()) {
            Sentence known = Sentence.list(all.stream().map(ExportColumn::key).toList());
            throw Problem.badRequest("export.column", Sentence.of("refused.export.column", known));
        }
        return found;
    }

    private UnaryOperator<String> label(Column c) {
        boolean english = texts.english();
        if (c.type() == ColumnType.REGION) {
            return code ->
                    regions.get(code).isEmpty() ? code : english ? regions.english(code) : regions.fullName(code);
        }
        if (c.type() != ColumnType.CODE || c.dictionary() == null) {
            return v -> v;
        }
        Dictionary dictionary = dictionaries.get(c.dictionary());
        return english ? dictionary::english : dictionary::label;
    }
}
