package org.talenthub.results.saved;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.records.RecordView;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The news of one day for one account as a letter, in html and in plain text. */
@Component
public class Digests {

    private static final int SHOWN = 20;

    private final Alerts alerts;
    private final List<Reminders> reminders;
    private final Texts texts;
    private final ITemplateEngine templates;

    Digests(Alerts alerts, List<Reminders> reminders, Texts texts, ITemplateEngine templates) {
        this.alerts = alerts;
        this.reminders = reminders;
        this.texts = texts;
        this.templates = templates;
    }

    /** @param more how many there are beyond those told; 0 when all are */
    public record Section(String name, String href, String said, List<Line> lines, int more) {}

    /** @param note post, employer and place, as far as the account sees them */
    public record Line(String name, String note, String href) {}

    /**
     * @param greeting for whom it is
     * @param reminders what is due, with whole addresses
     */
    public record Digest(
            String title,
            String greeting,
            List<Reminders.Reminder> reminders,
            String said,
            List<Section> sections,
            String footer) {}

    /**
     * @param day 2026-11-23; today when blank
     * @param hub where links lead: {@code https://hub.example.cn}
     */
    public Digest of(@Nullable String day, String hub, Viewer viewer) {
        LocalDate date = Alerts.day(day);
        List<Section> sections = alerts.on(date, SHOWN, viewer).stream()
                .map(a -> section(a, hub))
                .toList();
        return new Digest(
                texts.text("digest.title", date.toString(), texts.text("site.name")),
                texts.text("digest.greeting", viewer.displayName()),
                reminders.stream()
                        .flatMap(r -> r.on(date, viewer).stream())
                        .map(r -> new Reminders.Reminder(r.text(), hub + r.href()))
                        .toList(),
                sections.isEmpty() ? texts.text("digest.none") : texts.text("digest.said", sections.size()),
                sections,
                texts.text("digest.footer"));
    }

    private Section section(Alerts.Alert a, String hub) {
        String path = a.search().kind().path();
        return new Section(
                a.search().name(),
                hub + "/search?tab=" + path
                        + (a.search().query().isEmpty() ? "" : "&" + a.search().query()),
                texts.text("digest.new", Texts.number(a.total())),
                a.items().stream()
                        .map(i -> new Line(
                                i.record().name(),
                                note(i.record()),
                                hub + "/" + path + "/" + i.record().id()))
                        .toList(),
                a.total() - a.items().size());
    }

    private static String note(RecordView record) {
        Map<String, Object> f = record.fields();
        return Stream.of(f.get("post"), f.get("employer"), f.get("enterprise"), f.get("host"), f.get("region"))
                .filter(Objects::nonNull)
                .map(v -> v instanceof Map<?, ?> m
                        ? String.valueOf(m.get("name") != null ? m.get("name") : m.get("label"))
                        : v.toString())
                .filter(v -> !v.equals(record.name()))
                .collect(Collectors.joining(" · "));
    }

    public String html(Digest d) {
        return templates.process("results/digest", new Context(texts.locale(), Map.of("digest", d)));
    }

    public String text(Digest d) {
        StringBuilder text = new StringBuilder(d.title() + "\n\n" + d.greeting() + "\n");
        d.reminders()
                .forEach(
                        r -> text.append(r.text()).append('\n').append(r.href()).append('\n'));
        text.append(d.said()).append('\n');
        for (Section s : d.sections()) {
            text.append('\n')
                    .append(s.name())
                    .append("  ")
                    .append(s.said())
                    .append('\n')
                    .append(s.href())
                    .append('\n');
            for (Line l : s.lines()) {
                text.append("  - ").append(l.name());
                text.append(l.note().isEmpty() ? "" : "  " + l.note()).append('\n');
            }
            if (s.more() > 0) {
                text.append("  ")
                        .append(texts.text("digest.more", Texts.number(s.more())))
                        .append('\n');
            }
        }
        return text.append('\n').append(d.footer()).append('\n').toString();
    }
}
