package org.talenthub.insight.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.records.merge.Sources;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Privacy;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/**
 * What is missing of a record or older than twelve months, among what the viewer would see if it were there; so that nobody learns what is
 * hidden from what is not asked for.
 */
@Component
public class Gaps {

    /** Nobody needs them, or they follow from another column. */
    private static final Set<String> OPTIONAL = Set.of(
            "remark",
            "ethnicity",
            "nationality",
            "team",
            "documentType",
            "documentNumber",
            "serviceNeeds",
            "benefits",
            "baseName",
            "website",
            "skillLevel",
            "titleLevel",
            "degree",
            "honours",
            "graduated",
            // nobody is to be asked for a bound of age
            "ageMax",
            "experienceYears");

    private static final int MONTHS = 12;

    private final Feeds feeds;
    private final Records records;
    private final Sources sources;
    private final Rights rights;
    private final Regions regions;

    Gaps(Feeds feeds, Records records, Sources sources, Rights rights, Regions regions) {
        this.feeds = feeds;
        this.records = records;
        this.sources = sources;
        this.rights = rights;
        this.regions = regions;
    }

    /** @param seen as the viewer sees it */
    @Transactional(readOnly = true)
    public List<Gap> of(RecordView seen, Viewer viewer) {
        return of(records.find(seen.type(), seen.id()).orElseThrow(Problem::notFound), seen, viewer);
    }

    /** The same for who has the record at hand. */
    @Transactional(readOnly = true)
    public List<Gap> of(RecordSnapshot record, RecordView seen, Viewer viewer) {
        Map<String, Sources.Source> said = sources.of(seen, viewer).byField();
        List<Gap.Who> who = who(record, seen, viewer);
        LocalDate limit = HubTime.today().minusMonths(MONTHS);
        LocalDate confirmed = confirmed(seen);
        List<Gap> gaps = new ArrayList<>();
        for (Column c : feeds.get(seen.type()).columns()) {
            if (!readable(c, seen)) {
                continue;
            }
            if (!present(c, seen)) {
                if (!OPTIONAL.contains(c.field())) {
                    gaps.add(new Gap(c.field(), Gap.Kind.MISSING, c.required(), null, who));
                }
                continue;
            }
            Sources.Source source = said.get(c.field());
            LocalDate day = c.field().equals("confirmedOn") ? confirmed : source == null ? null : day(source.at());
            if (day != null && day.isBefore(limit) && (confirmed == null || confirmed.isBefore(limit))) {
                gaps.add(new Gap(c.field(), Gap.Kind.OLD, c.required(), day.plusMonths(MONTHS), who));
            }
        }
        gaps.sort(Comparator.comparing((Gap g) -> g.kind()).thenComparing(g -> !g.required()));
        return gaps;
    }

    private static boolean readable(Column c, RecordView seen) {
        return c.privacy() == Privacy.SENSITIVE
                ? seen.visibility().masks()
                : seen.visibility().shows(c.privacy());
    }

    /** Columns of organisations are shown as one value with name and code. */
    private static boolean present(Column c, RecordView seen) {
        String field = c.field();
        if (field.equals("name")) {
            return true;
        }
        if (field.endsWith("Name") || field.endsWith("Code")) {
            Object told = seen.fields().get(field.substring(0, field.length() - 4));
            if (told instanceof Map<?, ?> of) {
                Object value = of.get(field.endsWith("Name") ? "name" : "code");
                // a code is not shown to everybody who is shown the name
                return value != null || field.endsWith("Code");
            }
        }
        if (c.type() == ColumnType.MONEY_RANGE && seen.fields().containsKey(field + "Min")) {
            return true;
        }
        return seen.fields().get(field) != null || field.equals("carrierType");
    }

    /** The first day that the date of confirmation may mean. */
    private static @Nullable LocalDate confirmed(RecordView seen) {
        return seen.fields().get("confirmedOn") instanceof String day && day.length() >= 7
                ? LocalDate.parse(day.length() == 7 ? day + "-01" : day)
                : null;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(HubTime.ZONE).toLocalDate();
    }

    /** The viewer's own organisation when it may; the carrier that the viewer is told of; the department of the region, the province. */
    private List<Gap.Who> who(RecordSnapshot record, RecordView seen, Viewer viewer) {
        List<Gap.Who> who = new ArrayList<>();
        String own = Organisation.of(viewer);
        boolean reports = record.reporters().contains(own) && viewer.carrier() != null;
        if (reports) {
            who.add(new Gap.Who(
                    viewer.role().name(),
                    Ids.text(Objects.requireNonNull(viewer.carrier())),
                    String.valueOf(viewer.carrierName()),
                    true));
        }
        // one of several carriers adds what itself says, and is not sent to the others
        if (!reports && seen.fields().get("carrier") instanceof Map<?, ?> carrier && carrier.get("name") != null) {
            String id = carrier.get("id") == null ? null : String.valueOf(carrier.get("id"));
            who.add(new Gap.Who("STATION", id, String.valueOf(carrier.get("name")), false));
        }
        boolean decides = rights.may(Act.EDIT, record.type(), record, viewer) && viewer.carrier() == null;
        if (seen.fields().get("region") instanceof Map<?, ?> region && region.get("code") != null) {
            String prefecture = regions.prefecture(String.valueOf(region.get("code")));
            who.add(new Gap.Who("CITY", null, regions.label(prefecture), decides && viewer.is(Role.CITY)));
        }
        who.add(new Gap.Who("PROVINCE", null, "", decides && viewer.is(Role.PROVINCE)));
        who.sort(Comparator.comparing(w -> !w.mine()));
        return who;
    }
}
