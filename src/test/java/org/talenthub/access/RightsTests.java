package org.talenthub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.talenthub.access.Scope.Grade;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.security.Role;
import org.talenthub.security.TestViewers;
import org.talenthub.security.Viewer;

/**
 * Who may do what, written down a second time, from the contract and without looking at {@link Rights}: role × thing × how it stands to the
 * viewer. What no line names nobody may do.
 */
class RightsTests {

    private static final List<Role> ROLES = List.of(
            Role.PROVINCE,
            Role.CITY,
            Role.BASE,
            Role.STATION,
            Role.MATCHMAKER,
            Role.ADMIN,
            Role.ANONYMOUS,
            Role.SECURITY,
            Role.AUDITOR);

    /**
     * own: reported by the viewer's organisation, and elsewhere; near: reported by others, in the city's region and in the base's area;
     * other: reported by others elsewhere; past: the same, and its day is over; gone: own and near, and no more there. A line that ends
     * early leaves nothing to those it does not name.
     */
    private static final String CONTRACT = """
            thing    act    stands PROVINCE CITY       BASE   STATION    MATCHMAKER ADMIN  ANONYMOUS SECURITY AUDITOR

            # talent pool: all | own region in full, elsewhere without contact | enterprises of its area
            #   | reported by itself in full, elsewhere without name or contact | those in own events: none yet | – | –
            talent   READ   own    FULL     NO_CONTACT NONE   FULL       NONE       NONE   NONE
            talent   READ   near   FULL     FULL       FULL   ANONYMISED NONE       NONE   NONE
            talent   READ   other  FULL     NO_CONTACT NONE   ANONYMISED NONE       NONE   NONE
            talent   READ   gone   NONE     NONE       NONE   NONE       NONE       NONE   NONE
            talent   REPORT other  -        -          yes    yes        -          -      -
            talent   EDIT   own    yes      -          yes    yes        -          -      -
            talent   EDIT   near   yes      yes        yes    yes        -          -      -
            talent   EDIT   other  yes      -          yes    yes        -          -      -
            talent   DECIDE own    yes      -          -      -          -          -      -
            talent   DECIDE near   yes      yes        -      -          -          -      -
            talent   DECIDE other  yes      -          -      -          -          -      -
            talent   DECIDE gone   -        -          -      -          -          -      -

            # erasure: the contract names nobody; the province, which sees all that is kept
            talent   ERASE  own    yes      -          -      -          -          -      - - -
            talent   ERASE  near   yes      -          -      -          -          -      - - -
            talent   ERASE  other  yes      -          -      -          -          -      - - -
            talent   ERASE  gone   -        -          -      -          -          -      - - -

            # export talent: with purpose | own region | – | own reports | own events: none yet | – | –
            talent   EXPORT own    yes      -          -      yes        -          -      -
            talent   EXPORT near   yes      yes        -      -          -          -      -
            talent   EXPORT other  yes      -          -      -          -          -      -
            talent   EXPORT gone   -        -          -      -          -          -      -
            # unmask the same
            talent   UNMASK own    yes      -          -      yes        -          -      -
            talent   UNMASK near   yes      yes        -      -          -          -      -
            talent   UNMASK other  yes      -          -      -          -          -      -
            talent   UNMASK gone   -        -          -      -          -          -      -

            # demands: all | own region edits | own area reads | own edits | reads | – | published only
            demand   READ   own    FULL     PUBLIC     PUBLIC FULL       NO_CONTACT PUBLIC PUBLIC PUBLIC PUBLIC
            demand   READ   near   FULL     FULL       FULL   PUBLIC     NO_CONTACT PUBLIC PUBLIC PUBLIC PUBLIC
            demand   READ   other  FULL     PUBLIC     PUBLIC PUBLIC     NO_CONTACT PUBLIC PUBLIC PUBLIC PUBLIC
            demand   READ   past   FULL     PUBLIC     PUBLIC PUBLIC     NO_CONTACT NONE   NONE
            demand   READ   gone   NONE     NONE       NONE   NONE       NONE       NONE   NONE
            demand   REPORT other  -        -          yes    yes        -          -      -
            demand   EDIT   own    yes      -          yes    yes        -          -      -
            demand   EDIT   near   yes      yes        -      -          -          -      -
            demand   EDIT   other  yes      -          -      -          -          -      -
            demand   DECIDE own    yes      -          -      -          -          -      -
            demand   DECIDE near   yes      yes        -      -          -          -      -
            demand   DECIDE other  yes      -          -      -          -          -      -
            demand   EXPORT other  yes      yes        yes    yes        yes        yes    - yes yes

            # enterprises, carriers, platforms: edits | own region edits (the row's and the present record's) | reads …; nothing more for ADMIN
            enterprise READ   own   FULL    FULL       FULL   FULL       FULL       PUBLIC PUBLIC PUBLIC PUBLIC
            enterprise READ   near  FULL    FULL       FULL   FULL       FULL       PUBLIC PUBLIC PUBLIC PUBLIC
            enterprise READ   other FULL    FULL       FULL   FULL       FULL       PUBLIC PUBLIC PUBLIC PUBLIC
            enterprise READ   gone  NONE    NONE       NONE   NONE       NONE       NONE   NONE
            enterprise REPORT other yes     yes        -      -          -          -      -
            enterprise EDIT   own   yes     -          -      -          -          -      -
            enterprise EDIT   near  yes     yes        -      -          -          -      -
            enterprise EDIT   other yes     -          -      -          -          -      -
            enterprise DECIDE own   yes     -          -      -          -          -      -
            enterprise DECIDE near  yes     yes        -      -          -          -      -
            enterprise DECIDE other yes     -          -      -          -          -      -
            enterprise EXPORT other yes     yes        yes    yes        yes        yes    - yes yes

            # imports: reads all | reads own region | own | own | – | – | –; who reported it commits and reverts it
            BATCH    READ   own    yes      -          yes    yes        -          -      -
            BATCH    READ   near   yes      yes        -      -          -          -      -
            BATCH    READ   other  yes      -          -      -          -          -      -
            BATCH    EDIT   own    yes      yes        yes    yes        -          -      -
            BATCH    EDIT   near   -        -          -      -          -          -      -
            BATCH    EDIT   other  -        -          -      -          -          -      -

            # whether two records are one person: departments, a city what touches its region
            PAIR     REVIEW near   yes      yes        -      -          -          -      -
            PAIR     REVIEW other  yes      -          -      -          -          -      -

            # matches, contact, placements: all | own region | own area | own demands and own people | own events: none yet | – | –
            MATCH    READ   own    yes      -          -      yes        -          -      - - -
            MATCH    READ   near   yes      yes        yes    -          -          -      - - -
            MATCH    READ   other  yes      -          -      -          -          -      - - -
            MATCH    EDIT   own    yes      -          -      yes        -          -      - - -
            MATCH    EDIT   near   yes      yes        yes    -          -          -      - - -
            MATCH    EDIT   other  yes      -          -      -          -          -      - - -

            # saved searches and lists: everybody's own
            LIST     EDIT   own    yes      yes        yes    yes        yes        yes    - yes yes
            LIST     EDIT   other  -        -          -      -          -          -      -

            # events: all | own region's | own, reads | own, reads | own: plans, runs, records | – | what, where, when, which is no right
            EVENT    READ   own    yes      -          yes    yes        yes        -      - - -
            EVENT    READ   near   yes      yes        -      -          -          -      - - -
            EVENT    READ   other  yes      -          -      -          -          -      - - -
            EVENT    EDIT   own    yes      -          -      -          yes        -      - - -
            EVENT    EDIT   near   yes      yes        -      -          -          -      - - -
            EVENT    EDIT   other  yes      -          -      -          -          -      - - -

            # key list: all, publishes the list | published for everybody
            EDITION  READ   other  yes      yes        yes    yes        yes        yes    yes yes yes
            EDITION  EDIT   other  yes      -          -      -          -          -      - - -

            # accounts, settings, audit: audit | audit of own region | – | – | – | all | –
            TRAIL    READ   near   yes      yes        -      -          -          yes    - - yes
            TRAIL    READ   other  yes      -          -      -          -          yes    - - yes
            # carrier lifecycle: decides | first review of its region | own, reads | own, reads | – | – | outcome
            CASE     READ   own    yes      -          yes    yes        -          -      - - -
            CASE     READ   near   yes      yes        -      -          -          -      - - -
            CASE     READ   other  yes      -          -      -          -          -      - - -
            CASE     DECIDE own    yes      -          -      -          -          -      - - -
            CASE     DECIDE near   yes      yes        -      -          -          -      - - -
            CASE     DECIDE other  yes      -          -      -          -          -      - - -
            CASE     EDIT   own    -        -          -      -          -          -      - - -
            CASE     EDIT   near   -        yes        -      -          -          -      - - -
            CASE     EDIT   other  -        -          -      -          -          -      - - -
            HUB      EDIT   other  -        -          -      -          -          yes    -
            # accounts: of its bases and stations for a city; where separated those of SECURITY, and nothing of AUDITOR
            ACCOUNT  EDIT   near   -        -          -      -          -          yes    - yes -
            ACCOUNT  EDIT   other  -        -          -      -          -          yes    - yes -
            CARRIER_ACCOUNT EDIT near  -    yes        -      -          -          yes    - yes -
            CARRIER_ACCOUNT EDIT other -    -          -      -          -          yes    - yes -
            """;

    private static final String AREA_CODE = "91420100MA4K1111X1";

    private final List<RowScope> given = new ArrayList<>();
    private final Rights rights = rights();

    private Rights rights() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("given", (RowScope) (type, viewer) ->
                given.stream().flatMap(g -> g.of(type, viewer).stream()).findFirst());
        return new Rights(
                List.of(
                        new Type("talent", Thing.PERSON),
                        new Type("demand", Thing.DEMAND),
                        new Type("enterprise", Thing.DIRECTORY),
                        new Type("carrier", Thing.DIRECTORY),
                        new Type("platform", Thing.DIRECTORY)),
                base -> new Extent.OfEnterprises(
                        base.equals(TestViewers.BASE.carrierName()) ? Set.of(AREA_CODE) : Set.of(), Set.of()),
                beans.getBeanProvider(RowScope.class));
    }

    private record Type(String feed, Thing thing) implements Governed {}

    private record Fact(
            long id,
            boolean live,
            String region,
            Set<String> reporters,
            String enterpriseCode,
            String enterpriseName,
            Optional<String> validUntil)
            implements Facts {}

    private static Facts fact(String stands, Viewer viewer) {
        boolean own = stands.equals("own") || stands.equals("gone");
        boolean near = stands.equals("near") || stands.equals("gone");
        LocalDate today = HubTime.today();
        return new Fact(
                1,
                !stands.equals("gone"),
                near ? "420111" : "420506",
                Set.of(own ? Organisation.of(viewer) : Organisation.ofCarrier(99)),
                near ? AREA_CODE : "91420500MA4K2222X2",
                "一家企业",
                Optional.of((stands.equals("past") ? today.minusDays(1) : today).toString()));
    }

    @Test
    void everyCellIsAsTheContractHasIt() {
        Set<String> named = new HashSet<>();
        int cells = 0;
        for (String line : CONTRACT.lines()
                .skip(1)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .toList()) {
            String[] cell = line.split("\\s+");
            Act act = Act.valueOf(cell[1]);
            named.add(thing(cell[0]) + " " + act);
            for (int i = 0; i < ROLES.size(); i++) {
                Viewer viewer = TestViewers.of(ROLES.get(i));
                assertThat(answer(cell[0], act, fact(cell[2], viewer), viewer))
                        .as("%s %s %s, %s", cell[0], act, cell[2], ROLES.get(i))
                        .isEqualTo(
                                3 + i < cell.length
                                        ? cell[3 + i]
                                        : act == Act.READ && Character.isLowerCase(cell[0].charAt(0)) ? "NONE" : "-");
                cells++;
            }
        }
        assertThat(cells).isGreaterThan(300);
        for (Thing thing : Thing.values()) {
            for (Act act : Act.values()) {
                if (!named.contains(thing + " " + act)) {
                    assertThat(Rights.roles(act, thing)).as("%s %s", thing, act).isEmpty();
                }
            }
        }
    }

    private String answer(String what, Act act, Facts fact, Viewer viewer) {
        boolean record = Arrays.stream(Thing.values()).noneMatch(t -> t.name().equals(what));
        if (act == Act.READ && record) {
            return rights.scope(what, viewer).of(fact).name();
        }
        boolean may = record ? rights.may(act, what, fact, viewer) : rights.may(act, Thing.valueOf(what), fact, viewer);
        if (record && act == Act.EDIT && viewer.carrier() == null) {
            assertThat(rights.edits(what, Organisation.of(viewer)).contains(fact))
                    .isEqualTo(may);
        }
        return may ? "yes" : "-";
    }

    private Thing thing(String what) {
        return Arrays.stream(Thing.values())
                .filter(t -> t.name().equals(what))
                .findFirst()
                .orElseGet(() -> rights.thing(what));
    }

    @Test
    void carriersAndPlatformsAreDirectoryAsEnterprisesAre() {
        assertThat(rights.thing("carrier")).isEqualTo(rights.thing("platform")).isEqualTo(rights.thing("enterprise"));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> rights.thing("weather"));
    }

    @ParameterizedTest
    @CsvSource({
        "420100, 420100, true",
        "420100, 420111, true",
        "420100, 420500, false",
        "420100, 420000, false",
        "420100, 429004, false",
        "429004, 429004, true",
        "429004, 429005, false",
        "429004, 429000, false",
        "422800, 422801, true",
        "420100, , false"
    })
    void aCityIsItsCountiesAndNothingElse(String city, @Nullable String region, boolean inside) {
        assertThat(rights.edits("enterprise", Organisation.ofRegion(city)).contains(Facts.reported("x", region)))
                .isEqualTo(inside);
    }

    /** An account may exist before its carrier does. */
    @Test
    void whoseCarrierIsNotKnownHasNothingOfItsOwn() {
        Viewer unbound = new Viewer(7, "new", "新驿站", Role.STATION, null, null, "新驿站");
        Facts provinces = Facts.reported(Organisation.PROVINCE, null);
        assertThat(Organisation.of(unbound)).isEqualTo(Organisation.alone(7));
        assertThat(rights.scope("talent", unbound).of(provinces)).isEqualTo(Visibility.ANONYMISED);
        assertThat(rights.may(Act.READ, Thing.BATCH, provinces, unbound)).isFalse();
        assertThat(rights.may(Act.EDIT, Thing.BATCH, provinces, TestViewers.ADMIN))
                .isFalse();
        assertThat(rights.edits("talent", Organisation.alone(7))).isEqualTo(new Extent.Nothing());
    }

    @Test
    void aModuleOpensRecordsToWhomTheTableLeavesRoom() {
        Facts one = fact("other", TestViewers.MATCHMAKER);
        give(TestViewers.MATCHMAKER, new Grade(new Extent.Among(Set.of(1L)), Visibility.FULL));
        assertThat(rights.scope("talent", TestViewers.MATCHMAKER).of(one)).isEqualTo(Visibility.FULL);
        assertThat(rights.scope("talent", TestViewers.MATCHMAKER).of(fact(2))).isEqualTo(Visibility.NONE);
        assertThat(rights.may(Act.READ, "talent", TestViewers.MATCHMAKER)).isTrue();
        assertThat(rights.may(Act.EXPORT, "talent", one, TestViewers.MATCHMAKER))
                .isTrue();
        assertThat(rights.may(Act.EXPORT, "talent", fact(2), TestViewers.MATCHMAKER))
                .isFalse();
        assertThat(rights.may(Act.DECIDE, "talent", one, TestViewers.MATCHMAKER))
                .isFalse();
    }

    @Test
    void whatOthersTookOverIsTheAdministratorsNoMore() {
        Facts one = fact("other", TestViewers.ADMIN);
        for (boolean accounts : new boolean[] {false, true}) {
            for (boolean trail : new boolean[] {false, true}) {
                rights.separated(new Separation() {
                    @Override
                    public boolean accounts() {
                        return accounts;
                    }

                    @Override
                    public boolean trail() {
                        return trail;
                    }
                });
                assertThat(rights.may(Act.EDIT, Thing.ACCOUNT, one, TestViewers.ADMIN))
                        .isEqualTo(!accounts);
                assertThat(rights.may(Act.EDIT, Thing.CARRIER_ACCOUNT, TestViewers.ADMIN))
                        .isEqualTo(!accounts);
                assertThat(rights.may(Act.READ, Thing.TRAIL, TestViewers.ADMIN)).isEqualTo(!trail);
                assertThat(rights.may(Act.EDIT, Thing.HUB, TestViewers.ADMIN)).isTrue();
                assertThat(rights.may(Act.EDIT, Thing.ACCOUNT, one, TestViewers.SECURITY))
                        .isTrue();
                assertThat(rights.may(Act.READ, Thing.TRAIL, TestViewers.PROVINCE))
                        .isTrue();
            }
        }
    }

    @Test
    void withoutSuchRecordsThereIsNothingForThem() {
        assertThat(rights.scope("talent", TestViewers.MATCHMAKER).none()).isTrue();
        assertThat(rights.may(Act.READ, "talent", TestViewers.MATCHMAKER)).isFalse();
        assertThat(rights.may(Act.EXPORT, "talent", TestViewers.MATCHMAKER)).isFalse();
    }

    @Test
    void whatIsSeenBetterStaysSoAndWhatIsGivenIsNotOwn() {
        Viewer base = TestViewers.BASE;
        give(base, new Grade(new Extent.Among(Set.of(1L)), Visibility.ANONYMISED));
        assertThat(rights.scope("talent", base).of(fact("other", base))).isEqualTo(Visibility.ANONYMISED);
        assertThat(rights.scope("talent", base).of(fact("near", base))).isEqualTo(Visibility.FULL);
        Viewer station = TestViewers.STATION;
        give(station, new Grade(new Extent.Among(Set.of(1L)), Visibility.FULL));
        assertThat(rights.scope("talent", station).of(fact("other", station))).isEqualTo(Visibility.FULL);
        assertThat(rights.may(Act.EXPORT, "talent", fact("other", station), station))
                .as("a station takes away what it reported")
                .isFalse();
    }

    @Test
    void nobodyIsGivenWhatTheTableKeepsClosed() {
        for (Viewer v : List.of(TestViewers.ADMIN, Viewer.ANONYMOUS)) {
            give(v, new Grade(new Extent.Everything(), Visibility.FULL));
            assertThat(rights.scope("talent", v).none()).isTrue();
            assertThat(rights.scope("talent", v).of(fact("other", v))).isEqualTo(Visibility.NONE);
        }
    }

    @Test
    void whoMayNotIsToldWhoMay() {
        assertThat(status(TestViewers.STATION)).isEqualTo(403);
        assertThat(status(Viewer.ANONYMOUS)).isEqualTo(401);
        rights.require(Act.EDIT, Thing.HUB, TestViewers.ADMIN, "");
    }

    private int status(Viewer viewer) {
        try {
            rights.require(Act.EDIT, Thing.HUB, viewer, "只有系统管理员。");
            return 200;
        } catch (Problem p) {
            return p.status();
        }
    }

    private void give(Viewer to, Grade grade) {
        Map<String, Grade> types = Map.of("talent", grade);
        given.add((type, viewer) -> viewer.equals(to) ? Optional.ofNullable(types.get(type)) : Optional.empty());
    }

    private static Facts fact(long id) {
        return new Fact(id, true, "420506", Set.of(Organisation.ofCarrier(99)), "", "", Optional.empty());
    }
}
