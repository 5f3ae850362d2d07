package org.talenthub.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.talenthub.lifecycle.ApplicationLife.Level;
import org.talenthub.lifecycle.ApplicationLife.State;
import org.talenthub.reference.standards.CreditCodes;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Audit;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Calls and the applications that answer them, as each viewer may know of them. */
@Component
public class Applying {

    private static final int LONGEST = 20_000;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Reviewing.Expert>> EXPERTS = new TypeReference<>() {};

    private final Calls calls;
    private final Applications applications;
    private final Rights rights;
    private final Regions regions;
    private final Dictionary industries;
    private final Audit audit;
    private final JsonMapper json;
    private final ReviewBook book;

    Applying(
            Calls calls,
            Applications applications,
            Rights rights,
            Regions regions,
            Dictionaries dictionaries,
            Audit audit,
            JsonMapper json,
            ReviewBook book) {
        this.book = book;
        this.calls = calls;
        this.applications = applications;
        this.rights = rights;
        this.regions = regions;
        this.industries = dictionaries.get("industry");
        this.audit = audit;
        this.json = json;
    }

    /**
     * What somebody wrote for an application; what is null stays as it is.
     *
     * @param region name or code
     * @param industries names or codes
     * @param outline section to text
     */
    public record Wish(
            @Nullable String call,
            @Nullable String name,
            @Nullable String hostName,
            @Nullable String hostCode,
            @Nullable String region,
            @Nullable List<String> industries,
            @Nullable Map<String, String> outline) {}

    public List<Call> calls() {
        return calls.findAllByOrderByYearDescIdDesc();
    }

    /** @throws Problem 400, 403; 409 when the year has its call already */
    @Transactional
    public Call publish(
            @Nullable Integer year,
            @Nullable CarrierKind kind,
            @Nullable String title,
            @Nullable Integer quota,
            @Nullable LocalDate deadline,
            Viewer viewer) {
        rights.require(Act.DECIDE, Thing.CASE, viewer, "申报通知由省级组织人才部门发布。");
        if (viewer.role() != Role.PROVINCE) {
            throw Problem.forbidden("申报通知由省级组织人才部门发布。");
        }
        if (year == null || kind == null || deadline == null) {
            throw Problem.badRequest("call.incomplete", "写明 year（年度）、kind（BASE 人才基地或 STATION 人才驿站）和 deadline（截止日期）。");
        }
        if (calls.existsByYearAndKind(year, kind)) {
            throw Problem.conflict("call.exists", year + " 年这一类的申报通知已经发布。");
        }
        Call call = calls.save(new Call(
                year,
                kind,
                title == null ? "" : title.strip(),
                quota == null ? kind.quota() : quota,
                deadline,
                viewer.displayName()));
        audit.record(viewer, "call.publish", "call", Ids.text(call.id()), null);
        return call;
    }

    public Call call(long id) {
        return calls.findById(id).orElseThrow(Problem::notFound);
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
        rights.require(Act.READ, Thing.CASE, viewer, "申报材料只对申报单位和组织部门开放。");
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
                .filter(e -> book.findByApplicationOrderById(a.id()).stream()
                        .noneMatch(r -> r.declined() && r.expert().equals(e.name())))
                .findFirst();
    }

    /** @throws Problem 400 for what cannot be, 403 elsewhere than in the own region, 409 after the deadline */
    @Transactional
    public Application begin(Wish wish, Viewer viewer) {
        rights.require(Act.DECIDE, Thing.CASE, viewer, "申报由市州组织部门组织填报。");
        if (wish.call() == null) {
            throw Problem.badRequest("application.call", "call 写申报通知的编号，见 /api/v1/calls。");
        }
        Call call = call(Ids.parse(wish.call()).orElseThrow(Problem::notFound));
        if (call.state() == Call.State.CLOSED) {
            throw Problem.conflict("call.closed", "这次申报已于 " + call.deadline() + " 截止。");
        }
        Application made = new Application(call, draft(null, wish), Organisation.of(viewer));
        mayKeep(made, viewer);
        return applications.save(made);
    }

    /** @throws Problem as {@link #begin}; 409 once it is under review */
    @Transactional
    public Application change(String id, Wish wish, Viewer viewer) {
        Application a = get(id, viewer);
        Level level = level(a, viewer).orElseThrow(() -> Problem.forbidden("申报材料由市州组织部门填写。"));
        a.next(ApplicationLife.Action.SUBMIT, level);
        a.write(draft(a, wish));
        mayKeep(a, viewer);
        return a;
    }

    private void mayKeep(Application a, Viewer viewer) {
        if (!rights.may(Act.DECIDE, Thing.CASE, a, viewer)) {
            throw Problem.forbidden("只能为本地区的单位申报。");
        }
        if (applications.existsByCallAndNameAndIdNot(a.call(), a.name(), a.id())) {
            throw Problem.conflict("application.exists", "“" + a.name() + "”在这次申报里已有一份申报。");
        }
    }

    private Application.Draft draft(@Nullable Application before, Wish wish) {
        String name = said(wish.name(), before == null ? "" : before.name());
        String region = said(wish.region(), before == null ? "" : before.region());
        if (name.isEmpty() || region.isEmpty()) {
            throw Problem.badRequest("application.incomplete", "先写 name（拟申报的载体名称）和 region（行政区划），其余可以以后再填。");
        }
        Region place = regions.find(region)
                .orElseThrow(() -> Problem.badRequest("region.unknown", "“" + region + "”不是湖北省的行政区划，写到市州或区县。"));
        String code = said(wish.hostCode(), before == null ? "" : before.hostCode());
        if (!code.isEmpty() && CreditCodes.check(CreditCodes.normalise(code)) != CreditCodes.Result.VALID) {
            throw Problem.badRequest("uscc.check", "统一社会信用代码“" + code + "”不对，照营业执照填写 18 位。");
        }
        List<String> wanted = wish.industries();
        return new Application.Draft(
                name,
                said(wish.hostName(), before == null ? "" : before.hostName()),
                code.isEmpty() ? "" : CreditCodes.normalise(code),
                place.code(),
                wanted == null ? before == null ? "" : before.industries() : codes(wanted),
                outline(before, wish.outline()));
    }

    private String codes(List<String> wanted) {
        return String.join(
                " ",
                wanted.stream()
                        .map(w -> industries
                                .find(w)
                                .map(Dictionary.Entry::code)
                                .orElseThrow(() -> Problem.badRequest("industry.unknown", "没有“" + w + "”这个产业。")))
                        .distinct()
                        .toList());
    }

    private String outline(@Nullable Application before, @Nullable Map<String, String> wish) {
        Map<String, String> texts = new LinkedHashMap<>(before == null ? Map.of() : outline(before));
        if (wish != null) {
            wish.forEach((key, text) -> {
                Section section = Section.of(key)
                        .orElseThrow(() -> Problem.badRequest(
                                "outline.unknown",
                                "提纲里没有“" + key + "”，可写 "
                                        + String.join(
                                                "、",
                                                java.util.Arrays.stream(Section.values())
                                                        .map(Section::key)
                                                        .toList())
                                        + "。"));
                String clean = text == null ? "" : text.strip();
                if (clean.length() > LONGEST) {
                    throw Problem.badRequest("outline.long", "一段最长 " + LONGEST + " 个字。");
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
                missing.add(Issue.error(field, "required", field + " 还没有填写。", null));
            }
        });
        return missing;
    }

    private static String said(@Nullable String now, String before) {
        return now == null ? before : now.strip();
    }
}
