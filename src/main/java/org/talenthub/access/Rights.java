package org.talenthub.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/**
 * The one place that says who may do and see what: the table “who may do what” of the contract, and what its words mean for a viewer.
 * Which address a role may call at all stands in {@code AccessMatrix}; a test holds the two together.
 */
@Component
public class Rights {

    /**
     * A cell names the things that the act reaches: {@code all}; those in the viewer's {@code region}; those of the enterprises in his
     * base's {@code area}; his organisation's {@code own}; those a further module has {@code given} him ({@link RowScope}); those still
     * {@code open}. When reading, each with how they are seen. {@code -} is nothing, and so is what a line that ends early does not name.
     *
     * <p>EDIT speaks of reports: a row counts only when what it says, and the record as it stands, lie in the cell. What a station or a base
     * reports is its own report whomever it is about; which person it joins is the identity's to say.
     */
    private static final String TABLE = """
            thing     act    PROVINCE  CITY                       BASE                   STATION                 MATCHMAKER     ADMIN       ANONYMOUS   SECURITY    AUDITOR
            PERSON    READ   all:FULL  region:FULL,all:NO_CONTACT area:FULL              own:FULL,all:ANONYMISED given:FULL     -           -
            PERSON    REPORT -         -                          all                    all                     -              -           -
            PERSON    EDIT   all       region                     all                    all                     -              -           -
            PERSON    DECIDE all       region                     -                      -                       -              -           -
            PERSON    EXPORT all       region                     -                      own                     given          -           -
            PERSON    ERASE  all       -                          -                      -                       -              -           - - -
            PERSON    UNMASK all       region                     -                      own                     given          -           -
            DEMAND    READ   all:FULL  region:FULL,all:PUBLIC     area:FULL,all:PUBLIC   own:FULL,all:PUBLIC     all:NO_CONTACT open:PUBLIC open:PUBLIC open:PUBLIC open:PUBLIC
            DEMAND    REPORT -         -                          all                    all                     -              -           -
            DEMAND    EDIT   all       region                     own                    own                     -              -           -
            DEMAND    DECIDE all       region                     -                      -                       -              -           -
            DEMAND    EXPORT all       all                        all                    all                     all            all         - all all
            DIRECTORY READ   all:FULL  all:FULL                   all:FULL               all:FULL                all:FULL       all:PUBLIC  all:PUBLIC all:PUBLIC all:PUBLIC
            DIRECTORY REPORT all       all                        -                      -                       -              -           -
            DIRECTORY EDIT   all       region                     -                      -                       -              -           -
            DIRECTORY DECIDE all       region                     -                      -                       -              -           -
            DIRECTORY EXPORT all       all                        all                    all                     all            all         - all all
            BATCH     READ   all       region                     own                    own                     -              -           -
            BATCH     EDIT   own       own                        own                    own                     -              -           -
            PAIR      REVIEW all       region                     -                      -                       -              -           -
            MATCH     READ   all       region                     area                   own                     given          -           - - -
            MATCH     EDIT   all       region                     area                   own                     given          -           - - -
            CASE      READ   all       region                     own                    own                     -              -           - - -
            CASE      DECIDE all       region                     -                      -                       -              -           - - -
            CASE      EDIT   -         region                     -                      -                       -              -           given - -
            EDITION   READ   all       all                        all                    all                     all            all         all all all
            EDITION   EDIT   all       -                          -                      -                       -              -           - - -
            EVENT     READ   all       region                     own                    own                     own            -         - - -
            EVENT     EDIT   all       region                     -                      -                       own            -         - - -
            LIST      EDIT   own       own                        own                    own                     own            own         - own own
            TRAIL     READ   all       region                     -                      -                       -              all         -           -           all
            HUB       EDIT   -         -                          -                      -                       -              all         -
            ACCOUNT   EDIT   -         -                          -                      -                       -              all         -           all         -
            CARRIER_ACCOUNT EDIT -     region                     -                      -                       -              all         -           all         -
            """;

    private enum Reach {
        ALL,
        REGION,
        AREA,
        OWN,
        GIVEN,
        OPEN
    }

    /** One part of a cell; the visibility is FULL where nothing is read. */
    private record Part(Reach reach, Visibility visibility) {}

    private record Cell(Thing thing, Act act, Role role) {}

    private static final Map<Cell, List<Part>> CELLS = read(TABLE);

    private final Map<String, Thing> things;
    private final Areas areas;
    private final ObjectProvider<RowScope> given;
    private @Nullable Separation separation;

    Rights(List<Governed> types, Areas areas, ObjectProvider<RowScope> given) {
        this.things = types.stream().collect(Collectors.toMap(Governed::feed, Governed::thing));
        this.areas = areas;
        this.given = given;
    }

    /** Where others have taken duties of the administrator over. */
    @Autowired(required = false)
    void separated(Separation duties) {
        this.separation = duties;
    }

    /** The family of rules that a record type belongs to. */
    public Thing thing(String type) {
        Thing thing = things.get(type);
        if (thing == null) {
            throw new IllegalArgumentException("no rules for the type " + type);
        }
        return thing;
    }

    /** What the viewer may see of a record type. */
    public Scope scope(String type, Viewer v) {
        List<Part> cell = cell(thing(type), Act.READ, v);
        if (cell.isEmpty()) {
            return Scope.NONE;
        }
        List<Scope.Grade> grades = new ArrayList<>();
        cell.stream()
                .filter(p -> p.reach != Reach.GIVEN)
                .forEach(p -> grades.add(new Scope.Grade(extent(p.reach, v), p.visibility)));
        grades.addAll(given(type, v));
        return new Scope(grades);
    }

    /** Whether there is anything that the viewer may do this to. */
    public boolean may(Act act, Thing thing, Viewer v) {
        return !cell(thing, act, v).isEmpty();
    }

    /** The same for records of a type. */
    public boolean may(Act act, String type, Viewer v) {
        return cell(thing(type), act, v).stream()
                .anyMatch(p -> p.reach != Reach.GIVEN || !given(type, v).isEmpty());
    }

    /**
     * @param otherwise who may, told to everybody else
     * @throws Problem 401, 403 unless there is anything that the viewer may do this to
     */
    public void require(Act act, Thing thing, Viewer v, Sentence otherwise) {
        if (!may(act, thing, v)) {
            throw v.anonymous()
                    ? new Problem(401, "unauthenticated", Sentence.of("refused.unauthenticated"))
                    : Problem.forbidden(otherwise);
        }
    }

    /** The same in Chinese words alone. */
    public void require(Act act, Thing thing, Viewer v, String otherwise) {
        require(act, thing, v, Sentence.plain(otherwise));
    }

    public boolean may(Act act, Thing thing, Facts what, Viewer v) {
        return what.live() && extent(act, thing, v).contains(what);
    }

    public boolean may(Act act, String type, Facts what, Viewer v) {
        return what.live() && extent(act, type, v).contains(what);
    }

    /** The things that the viewer may do this to. */
    public Extent extent(Act act, Thing thing, Viewer v) {
        return Extent.any(
                cell(thing, act, v).stream().map(p -> extent(p.reach, v)).toList());
    }

    /** The records of a type that the viewer may do this to. */
    public Extent extent(Act act, String type, Viewer v) {
        List<Extent> parts = new ArrayList<>();
        for (Part p : cell(thing(type), act, v)) {
            if (p.reach == Reach.GIVEN) {
                parts.add(new Scope(given(type, v)).where(seen -> seen == Visibility.FULL));
            } else {
                parts.add(extent(p.reach, v));
            }
        }
        return Extent.any(parts);
    }

    /**
     * Where a row has to lie, and the record that it changes, for an organisation's report to count.
     *
     * @param organisation key of an {@link Organisation} that reports
     */
    public Extent edits(String type, String organisation) {
        return extent(Act.EDIT, type, Organisation.speaker(organisation, "", ""));
    }

    /** Who may do this at all to records of a type. */
    public Set<Role> roles(Act act, String type) {
        return roles(act, thing(type));
    }

    /** Who may do this at all. */
    public static Set<Role> roles(Act act, Thing thing) {
        return Arrays.stream(Role.values())
                .filter(r -> !cell(thing, act, r).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private List<Scope.Grade> given(String type, Viewer v) {
        return given.orderedStream().flatMap(s -> s.of(type, v).stream()).toList();
    }

    private Extent extent(Reach reach, Viewer v) {
        return switch (reach) {
            case ALL -> new Extent.Everything();
            case REGION -> new Extent.InRegion(Objects.requireNonNull(v.region(), "a CITY account has a region"));
            case AREA -> v.carrierName() == null ? new Extent.Nothing() : areas.enterprisesOf(v.carrierName());
            case OWN -> new Extent.ReportedBy(Organisation.of(v));
            case OPEN -> new Extent.Open(HubTime.today());
            case GIVEN -> new Extent.Nothing();
        };
    }

    private List<Part> cell(Thing thing, Act act, Viewer v) {
        return v.role() == Role.ADMIN && takenOver(thing) ? List.of() : cell(thing, act, v.role());
    }

    private boolean takenOver(Thing thing) {
        return separation != null
                && switch (thing) {
                    case ACCOUNT, CARRIER_ACCOUNT -> separation.accounts();
                    case TRAIL -> separation.trail();
                    default -> false;
                };
    }

    private static List<Part> cell(Thing thing, Act act, Role role) {
        return CELLS.getOrDefault(new Cell(thing, act, role), List.of());
    }

    private static Map<Cell, List<Part>> read(String table) {
        List<String[]> lines = table.lines().map(l -> l.split("\\s+")).toList();
        String[] head = lines.getFirst();
        return lines.stream()
                .skip(1)
                .flatMap(line -> IntStream.range(2, line.length)
                        .mapToObj(i -> Map.entry(
                                new Cell(Thing.valueOf(line[0]), Act.valueOf(line[1]), Role.valueOf(head[i])),
                                parts(line[i]))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Part> parts(String cell) {
        return cell.equals("-")
                ? List.of()
                : Arrays.stream(cell.split(",")).map(Rights::part).toList();
    }

    private static Part part(String words) {
        String[] said = words.split(":", 2);
        return new Part(
                Reach.valueOf(said[0].toUpperCase(Locale.ROOT)),
                said.length == 1 ? Visibility.FULL : Visibility.valueOf(said[1]));
    }
}
