package org.talenthub.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.talenthub.common.Formulas;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;

/** The trail as csv (RFC 4180, UTF-8 with the mark that spreadsheet programs look for), one entry a line. */
final class TrailFile implements AutoCloseable {

    private static final List<@Nullable String> HEAD = List.of(
            "at", "who", "role", "act", "action", "type", "record", "fields", "purpose", "detail", "from", "via",
            "result");

    private final Writer out;

    TrailFile(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\uFEFF');
        line(HEAD);
    }

    /** Gives out all that is asked for; page and size do not matter. */
    static void answer(
            Trail trail, MultiValueMap<String, String> parameters, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Trail.Filter filter = TrailFilters.read(Parameters.only(parameters, TrailFilters.NAMES));
        trail.taken(filter, viewer);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"trail.csv\"");
        try (TrailFile file = new TrailFile(response.getOutputStream())) {
            trail.each(filter, viewer, file::add);
        }
    }

    void add(Event event) {
        TrailItem e = TrailItem.of(event);
        try {
            line(Arrays.<@Nullable String>asList(
                    e.at().toString(),
                    e.who(),
                    e.role(),
                    e.act(),
                    e.action(),
                    e.type(),
                    e.record(),
                    e.fields() == null ? null : String.join(" ", e.fields()),
                    e.purpose(),
                    e.detail(),
                    e.from(),
                    e.via(),
                    e.result()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void line(List<? extends @Nullable String> cells) throws IOException {
        out.write(cells.stream().map(TrailFile::cell).collect(Collectors.joining(",")) + "\r\n");
    }

    static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String text = Formulas.startedBy(value) ? "'" + value : value;
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
