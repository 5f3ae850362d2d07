package org.talenthub.editions.publishing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.editions.model.Edition;
import org.talenthub.editions.model.EditionLine;
import org.talenthub.editions.model.Figures;
import org.talenthub.editions.publishing.EditionContent.Line;
import org.talenthub.editions.publishing.EditionContent.Place;
import org.talenthub.editions.urgency.Bands.Standing;
import org.talenthub.editions.urgency.KeyListRules;
import org.talenthub.editions.urgency.Urgency;
import tools.jackson.databind.json.JsonMapper;

/**
 * An edition as a file. A draft is made anew each time somebody looks; a published one is read from the bytes that were stored when it was
 * published, and never made again. In Chinese, whoever asks.
 */
@Component
public class EditionFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyListRules rules;
    private final FigureWords words;

    EditionFile(KeyListRules rules, FigureWords words) {
        this.rules = rules;
        this.words = words;
    }

    /** What the edition says. */
    public EditionContent content(Edition e, Optional<Edition> last) {
        return e.content().map(EditionFile::read).orElseGet(() -> make(e, last));
    }

    static EditionContent read(byte[] bytes) {
        return JSON.readValue(bytes, EditionContent.class);
    }

    static byte[] bytes(EditionContent content) {
        return JSON.writeValueAsBytes(content);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param last the one that was out before it */
    EditionContent make(Edition e, Optional<Edition> last) {
        Map<Integer, Double> index = new TreeMap<>();
        for (int i = 0; i < e.lines().size(); i++) {
            index.put(i, e.lines().get(i).figures().index());
        }
        Map<Integer, Standing> standings = rules.bands().of(index);
        EditionContent before =
                last.flatMap(Edition::content).map(EditionFile::read).orElse(null);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < e.lines().size(); i++) {
            lines.add(
                    line(i + 1, e.lines().get(i), e.kind().title(), Objects.requireNonNull(standings.get(i)), before));
        }
        return new EditionContent(
                Ids.text(e.id()),
                e.kind(),
                e.number().orElse(null),
                e.title(),
                e.day().toString(),
                e.document().orElse(null),
                rules.version(),
                lines);
    }

    private Line line(int n, EditionLine l, String titled, Standing standing, @Nullable EditionContent before) {
        Figures f = l.figures();
        Map<String, String> said = l.words();
        Place last = before == null ? null : FigureWords.place(before, l::about);
        boolean few = f.supply() < Urgency.FEW;
        return new Line(
                n,
                Ids.text(l.cluster()),
                said.getOrDefault(titled, ""),
                said,
                f.heads(),
                f.gap(),
                f.enterprises(),
                f.index(),
                FigureWords.parts(f),
                standing.band().code(),
                standing.band().label(),
                standing.band().stars(),
                f.shortage().name(),
                FigureWords.shortage(f),
                f.years(),
                few ? null : f.supply(),
                few ? "<" + Urgency.FEW : String.valueOf(f.supply()),
                words.industries(f),
                words.regions(f),
                last,
                FigureWords.change(last, n),
                l.ageGround().orElse(null),
                l.demands().stream().map(Ids::text).toList());
    }
}
