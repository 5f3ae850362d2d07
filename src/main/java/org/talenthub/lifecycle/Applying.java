package org.talenthub.lifecycle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife;
import org.talenthub.lifecycle.model.ApplicationLife.Level;
import org.talenthub.lifecycle.model.ApplicationLife.State;
import org.talenthub.lifecycle.model.Applications;
import org.talenthub.lifecycle.model.Call;
import org.talenthub.lifecycle.model.Calls;
import org.talenthub.lifecycle.model.Criterion;
import org.talenthub.lifecycle.model.ReviewBook;
import org.talenthub.lifecycle.model.Section;
import org.talenthub.reference.standards.CreditCodes;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls and the applications that answer them, as each viewer may know of them.
 * Long because an application is read and written under the same few rules of who may.
 */
@Component
public class Applying {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_INDUSTRIES = 400;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> POINTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<List<Reviewing.Expert>> EXPERTS = new TypeReference<>() {};

    private final Calls calls;
    private final Applications applications;
    private final Rights rights;
    private final Regions regions;
    private final Dictionary industries;
    private final JsonMapper json;
    private final ReviewBook book;

    Applying(
            Calls calls,
            Applications applications,
            Rights rights,
            Regions regions,
            Dictionaries dictionaries,
            JsonMapper json,
            ReviewBook book) {
        this.book = book;
        this.calls = calls;
        this.applications = applications;
        this.rights = rights;
        this.regions = regions;
        this.industries = dictionaries.get("industry");
        this.json = json;
    }

    /**
     * What somebody wrote for an application; what is null stays as it is.
     *
     * @param region name or code
     * @param industries names or codes
     * @param outline section to text
     * @param version of the application that he saw; null writes over whatever it is by now
     */
    public record Wish(
            @Nullable String call,
            @Nullable String name,
            @Nullable String hostName,
            @Nullable String hostCode,
            @Nullable String region,
            @Nullable List<String> industries,
            @Nullable Map<String, String> outline,
            @Nullable Integer version) {}

    public List<Call> calls() {
        return calls.findAllByOrderByYearDescIdDesc();
    }

    public Call call(long id) {
        return calls.findById(id).orElseThrow(Problem::notFound);
    }

    /** What experts give points for, together 100. */
    public Map<Criterion, Integer> criteria(Call call) {
        Map<String, Integer> own = json.readValue(call.criteria(), POINTS);
        Map<Criterion, Integer> points = new EnumMap<>(Criterion.class);
        for (Criterion c : Criterion.values()) {
            points.put(c, own.getOrDefault(c.key(), c.most()));
        }
        return points;
    }

    /** Names of the papers without which nothing is submitted. */
    public List<String> evidence(Call call) {
        return json.readValue(call.evidence(), NAMES);
    }

    /** Departments and experts work on a case; the carrier that came of it only knows of it. */
    public boolean works(Application a, Viewer viewer) {
        return level(a, viewer).isPresent() || judge(a, viewer).isPresent();
    }

    /** The level that acts with a viewer's account; empty for who only looks. */
    public Optional<Level> level(Application a, Viewer viewer) {
        if (!rights.may(Act.DECIDE, Thing.CASE, a, viewer)) {
            return Optional.empty();
        }
        return Optional.of(viewer.role() == Role.PROVINCE ? Level.PROVINCE : Level.CITY);
    }

    /** All that the viewer knows of, newest first. */
    public List<Application> list(Viewer viewer) {
        rights.require(Act.READ, Thing.CASE, viewer, Sentence.of("refused.forbidden.list"));
        return applications.findAllByOrderByIdDesc().stream()
                .filter(a -> known(a, viewer))
                .toList();
    }

    /** @throws Problem 404 when it does not exist for the viewer */
    public Application get(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(applications::findById)
                .filter(a -> known(a, viewer))
                .orElseThrow(Problem::notFound);
    }

    /** A carrier knows of the application that it came from. */
    private boolean known(Application a, Viewer viewer) {
        Long carrier = viewer.carrier();
        boolean own = carrier != null && a.state() == State.APPROVED && a.name().equals(viewer.carrierName());
        return own
                ? rights.may(
                        Act.READ,
                        Thing.CASE,
                        org.talenthub.access.Facts.reported(Organisation.of(viewer), a.region()),
                        viewer)
                : rights.may(Act.READ, Thing.CASE, a, viewer)
                        || judge(a, viewer).isPresent();
    }

    /** The expert that looks with this account while experts are asked; nobody who has declined or is in conflict. */
    Optional<Reviewing.Expert> judge(Application a, Viewer viewer) {
        if (viewer.anonymous() || (a.state() != State.EXPERTS && a.state() != State.VISITED)) {
            return Optional.empty();
        }
        return json.readValue(a.experts(), EXPERTS).stream()
                .filter(e -> viewer.username().equals(e.account()))
                .filter(e -> Conflicts.of(a, e, viewer).isEmpty())
                .filter(e -> book.of(a).stream()
                        .noneMatch(r -> r.declined() && r.expert().equals(e.name())))
                .findFirst();
    }

    /** @throws Problem 400 for what cannot be, 403 elsewhere than in the own region, 409 after the deadline */
    @Transactional
    public Application begin(Wish wish, Viewer viewer) {
        rights.require(Act.DECIDE, Thing.CASE, viewer, Sentence.of("refused.forbidden.begin"));
        if (wish.call() == null) {
            throw Problem.badRequest("application.call", Sentence.of("refused.application.call"));
        }
        Call call = call(Ids.parse(wish.call()).orElseThrow(Problem::notFound));
        if (call.state() == Call.State.CLOSED) {
            throw Problem.conflict("call.closed", Sentence.of("refused.call.closed", call.deadline()));
        }
        Application made = new Application(call, draft(null, wish), Organisation.of(viewer));
        mayKeep(made, viewer);
        return applications.save(made);
    }

    /** @throws Problem as {@link #begin}; 409 once it is under review, or when it was changed since it was seen */
    @Transactional
    public Application change(String id, Wish wish, Viewer viewer) {
        Application a = get(id, viewer);
        Level level = level(a, viewer).orElseThrow(() -> Problem.forbidden(Sentence.of("refused.forbidden.change")));
        a.next(ApplicationLife.Action.SUBMIT, level);
        write(a, wish);
        mayKeep(a, viewer);
        return a;
    }

    /** By whom the city has invited: what is written never moves the case to another region. */
    Application fill(Application a, Wish wish) {
        a.next(ApplicationLife.Action.SUBMIT, Level.CITY);
        write(
                a,
                new Wish(
                        null,
                        wish.name(),
                        wish.hostName(),
                        wish.hostCode(),
                        null,
                        wish.industries(),
                        wish.outline(),
                        wish.version()));
        alone(a);
        return applications.save(a);
    }

    /** Whoever says what is there already, as by a save while he typed, takes nothing from anybody. */
    private void write(Application a, Wish wish) {
        Application.Draft draft = draft(a, wish);
        if (!draft.equals(a.draft())) {
            a.seen(wish.version());
            a.write(draft);
        }
    }

    private void mayKeep(Application a, Viewer viewer) {
        if (!rights.may(Act.DECIDE, Thing.CASE, a, viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.mayKeep"));
        }
        alone(a);
    }

    private void alone(Application a) {
        if (applications.existsByCallAndNameAndIdNot(a.call(), a.name(), a.id())) {
            throw Problem.conflict("application.exists", Sentence.of("refused.application.exists", a.name()));
        }
    }

    private Application.Draft draft(@Nullable Application before, Wish wish) {
        String name = said(wish.name(), before == null ? "" : before.name());
        String region = said(wish.region(), before == null ? "" : before.region());
        if (name.isEmpty() || region.isEmpty()) {
            throw Problem.badRequest("application.incomplete", Sentence.of("refused.application.incomplete"));
        }
        Region place = regions.find(region)
                .orElseThrow(() -> Problem.badRequest("region.unknown", Sentence.of("refused.region.unknown", region)));
        String host = said(wish.hostName(), before == null ? "" : before.hostName());
        if (name.length() > LONGEST_NAME || host.length() > LONGEST_NAME) {
            throw Problem.badRequest("application.long", Sentence.of("refused.application.long", LONGEST_NAME));
        }
        String code = said(wish.hostCode(), before == null ? "" : before.hostCode());
        if (!code.isEmpty() && CreditCodes.check(CreditCodes.normalise(code)) != CreditCodes.Result.VALID) {
            throw Problem.badRequest("uscc.check", Sentence.of("refused.uscc.check", code));
        }
        List<String> wanted = wish.industries();
        return new Application.Draft(
                name,
                host,
                code.isEmpty() ? "" : CreditCodes.normalise(code),
                place.code(),
                wanted == null ? before == null ? "" : before.industries() : codes(wanted),
                outline(before, wish.outline()));
    }

    private String codes(List<String> wanted) {
        String codes = String.join(
                " ",
                wanted.stream()
                        .map(w -> industries
                                .find(w)
                                .map(Dictionary.Entry::code)
                                .orElseThrow(() -> Problem.badRequest(
                                        "industry.unknown", Sentence.of("refused.industry.unknown", w))))
                        .distinct()
                        .toList());
        if (codes.length() > LONGEST_INDUSTRIES) {
            throw Problem.badRequest("application.industries", Sentence.of("refused.application.industries"));
        }
        return codes;
    }

    private String outline(@Nullable Application before, @Nullable Map<String, String> wish) {
        Map<String, String> texts = new LinkedHashMap<>(before == null ? Map.of() : outline(before));
        if (wish != null) {
            wish.forEach((key, text) -> {
                Section section = Section.of(key)
                        .orElseThrow(() -> Problem.badRequest(
                                "outline.unknown",
                                Sentence.of(
                                        "refused.outline.unknown",
                                        key,
                                        Sentence.list(java.util.Arrays.stream(Section.values())
                                                .map(Section::key)
                                                .toList()))));
                String clean = text == null ? "" : text.strip();
                if (clean.length() > LONGEST) {
                    throw Problem.badRequest("outline.long", Sentence.of("refused.outline.long", LONGEST));
                }
                texts.put(section.key(), clean);
            });
        }
        return json.writeValueAsString(texts);
    }

    /** Section to text, in the order of the outline. */
    public Map<String, String> outline(Application a) {
        Map<String, String> written = json.readValue(a.outline(), TEXTS);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Section s : Section.values()) {
            texts.put(s.key(), Objects.requireNonNullElse(written.get(s.key()), ""));
        }
        return texts;
    }

    /** What has to be there before it is submitted. */
    List<Issue> missing(Application a) {
        List<Issue> missing = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("hostName", a.hostName());
        facts.put("hostCode", a.hostCode());
        facts.put("industries", a.industries());
        outline(a).forEach((k, v) -> facts.put("outline." + k, v));
        facts.forEach((field, text) -> {
            if (text.isBlank()) {
                missing.add(Issue.error(field, "required", Sentence.of("check.required", field), null));
            }
        });
        return missing;
    }

    private static String said(@Nullable String now, String before) {
        return now == null ? before : now.strip();
    }
}
