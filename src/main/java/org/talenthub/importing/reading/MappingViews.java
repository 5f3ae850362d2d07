package org.talenthub.importing.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.BatchView.ProblemView;
import org.talenthub.importing.batch.Impediment;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.reading.MappingView.Target;
import org.talenthub.importing.reading.MappingView.Title;
import org.talenthub.importing.reading.Samples.Sample;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Layout.Source;
import org.talenthub.importing.sheet.header.Likeness;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.web.Texts;
import tools.jackson.databind.json.JsonMapper;

/** What a person sees of how a file is read: its titles with first values, and what is still asked. */
@Component
public class MappingViews {

    private static final int LETTERS = 26;

    /** A larger file, in bytes, is opened once more for its first values only when somebody has to answer a question. */
    private static final long LOOKED_INTO = 8 << 20;

    private final Readings readings;
    private final Feeds feeds;
    private final JsonMapper json;
    private final Samples samples;
    private final Texts texts;

    MappingViews(Readings readings, Feeds feeds, JsonMapper json, Samples samples, Texts texts) {
        this.readings = readings;
        this.feeds = feeds;
        this.json = json;
        this.samples = samples;
        this.texts = texts;
    }

    public Layout layout(ImportBatch batch) {
        return readings.layout(batch);
    }

    public MappingView of(ImportBatch batch) {
        Feed feed = feeds.get(batch.feed);
        Layout layout = readings.layout(batch);
        ProblemView problem = batch.asking()
                ? json.readValue(Objects.requireNonNull(batch.problem), Impediment.class)
                        .in(texts.locale())
                : null;
        Set<String> taken = new HashSet<>(layout.columnToField().values());
        boolean looked = !layout.sheetOpen() && (problem != null || batch.fileSize <= LOOKED_INTO);
        Map<Integer, Sample> seen = looked ? samples.of(batch, feed, layout) : Map.of();
        List<Title> titles = new ArrayList<>();
        new TreeMap<>(layout.titles()).forEach((index, title) -> {
            String field = layout.columnToField().getOrDefault(index, "");
            Source source = layout.sources().get(index);
            Sample sample = seen.getOrDefault(index, Sample.NONE);
            String likely = field.isEmpty() && source == null
                    ? Likeness.of(feed, title, taken)
                            .map(Column::field)
                            .or(() -> sample.only(taken))
                            .orElse(null)
                    : null;
            titles.add(
                    new Title(index, letters(index), title, field, how(field, source, likely), likely, sample.shown()));
        });
        return new MappingView(
                problem,
                problem == null || problem.choices() == null ? List.of() : problem.choices(),
                layout.sheetName(),
                layout.headerRow(),
                titles,
                layout.sheetOpen()
                        ? List.of()
                        : feed.columns().stream()
                                .filter(c -> c.required() && !taken.contains(c.field()))
                                .map(Column::title)
                                .toList(),
                feed.columns().stream()
                        .map(c -> new Target(c.field(), c.title(), c.required()))
                        .toList());
    }

    private static String how(String field, @Nullable Source source, @Nullable String likely) {
        return source != null
                ? source.name().toLowerCase(Locale.ROOT)
                : !field.isEmpty() ? "exact" : likely != null ? "likely" : "none";
    }

    static String letters(int index) {
        StringBuilder out = new StringBuilder();
        for (int i = index; i >= 0; i = i / LETTERS - 1) {
            out.insert(0, (char) ('A' + i % LETTERS));
        }
        return out.toString();
    }
}
