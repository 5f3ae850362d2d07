package org.talenthub.accounts.organisations;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Facts;
import org.talenthub.access.Rights;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** The bodies whose people have accounts. The one that a seat belongs to comes into being with its first account. */
@Component
public class OrganisationRegister {

    private static final int LONGEST = 200;

    private final OrganisationRepository store;
    private final EntityManager em;
    private final Records records;
    private final Regions regions;
    private final Rights rights;
    private final Audit audit;

    OrganisationRegister(
            OrganisationRepository store,
            EntityManager em,
            Records records,
            Regions regions,
            Rights rights,
            Audit audit) {
        this.store = store;
        this.em = em;
        this.records = records;
        this.regions = regions;
        this.rights = rights;
        this.audit = audit;
    }

    /**
     * Where a seat is.
     *
     * @param carrierRegion of a base or station, as far as its record is known
     */
    public record Place(
            @Nullable Long organisation, @Nullable String carrierRegion) {}

    public record Page(long total, List<OrganisationView> items) {}

    /**
     * What is looked for.
     *
     * @param q part of the name
     */
    public record Filter(
            @Nullable String q,
            @Nullable OrganisationKind kind,
            @Nullable String region) {}

    /** @param who whose role, region and carrier say where the seat is */
    @Transactional
    public Place place(Viewer who) {
        OrganisationKind kind = OrganisationKind.of(who.role());
        return switch (kind) {
            case PROVINCE ->
                new Place(
                        store.findFirstByKindOrderById(kind)
                                .orElseGet(() -> add(kind, "省委组织部、省委人才办", Regions.PROVINCE, null))
                                .view()
                                .id(),
                        null);
            case CITY -> new Place(ofCity(String.valueOf(who.region())), null);
            case BASE, STATION -> ofCarrier(kind, who.carrier());
            case MATCHMAKER, HUB -> new Place(null, null);
        };
    }

    private long ofCity(String region) {
        return store.findFirstByKindAndRegionOrderById(OrganisationKind.CITY, region)
                .orElseGet(() -> add(OrganisationKind.CITY, regions.label(region) + "委组织部", region, null))
                .view()
                .id();
    }

    private Place ofCarrier(OrganisationKind kind, @Nullable Long carrier) {
        RecordSnapshot record =
                carrier == null ? null : records.snapshots(List.of(carrier)).get(carrier);
        if (carrier == null || record == null) {
            return new Place(null, null);
        }
        HubOrganisation organisation = store.findFirstByCarrierIdOrderById(carrier)
                .or(() -> store.findByKindAndName(kind, record.name()))
                .orElseGet(() -> add(kind, record.name(), record.region(), carrier));
        return new Place(organisation.view().id(), record.region());
    }

    private HubOrganisation add(OrganisationKind kind, String name, @Nullable String region, @Nullable Long carrier) {
        return store.save(new HubOrganisation(kind, name, region, carrier));
    }

    public Optional<OrganisationView> find(long id) {
        return store.findById(id).map(HubOrganisation::view);
    }

    /** By id or exact name. */
    public Optional<OrganisationView> find(String idOrName) {
        return Ids.parse(idOrName)
                .flatMap(store::findById)
                .or(() -> store.findByName(idOrName).stream().findFirst())
                .map(HubOrganisation::view);
    }

    /** Those whose accounts the viewer keeps, by kind and name. */
    @Transactional(readOnly = true)
    public Page list(Filter filter, Paging paging, Viewer viewer) {
        StringBuilder where = new StringBuilder(" from HubOrganisation o where o.kind in (:kinds)");
        List<OrganisationKind> kinds = List.of(OrganisationKind.values()).stream()
                .filter(k -> rights.may(Act.EDIT, k.thing(), viewer))
                .filter(k -> filter.kind() == null || k == filter.kind())
                .toList();
        if (kinds.isEmpty()) {
            return new Page(0, List.of());
        }
        String stem = rights.extent(Act.EDIT, kinds.getFirst().thing(), viewer) instanceof Extent.InRegion in
                ? in.stem()
                : "";
        String asked = filter.region() == null ? "" : new Extent.InRegion(filter.region()).stem();
        boolean placed = !stem.isEmpty() || !asked.isEmpty();
        if (placed) {
            where.append(" and o.region like :stem and o.region like :asked");
        }
        if (filter.q() != null) {
            where.append(" and o.name like :q escape '!'");
        }
        var count = em.createQuery("select count(*)" + where, Long.class).setParameter("kinds", kinds);
        var page = em.createQuery("select o" + where + " order by o.kind, o.name, o.id", HubOrganisation.class)
                .setParameter("kinds", kinds)
                .setFirstResult(paging.from())
                .setMaxResults(paging.size());
        for (var query : List.of(count, page)) {
            if (placed) {
                query.setParameter("stem", stem + "%").setParameter("asked", asked + "%");
            }
            if (filter.q() != null) {
                query.setParameter("q", like(filter.q()));
            }
        }
        return new Page(
                count.getSingleResult(),
                page.getResultStream().map(HubOrganisation::view).toList());
    }

    /** A part of a text, for {@code like … escape '!'}. */
    public static String like(String part) {
        return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** @throws Problem 404 unless the viewer keeps its accounts */
    @Transactional(readOnly = true)
    public OrganisationView get(String id, Viewer viewer) {
        return own(id, viewer).view();
    }

    private HubOrganisation own(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(store::findById)
                .filter(o -> keeps(o.view(), viewer))
                .orElseThrow(Problem::notFound);
    }

    private boolean keeps(OrganisationView o, Viewer viewer) {
        return rights.may(Act.EDIT, o.kind().thing(), Facts.reported("", o.region()), viewer);
    }

    /**
     * @param carrier of a base or station: id, credit code or exact name
     * @throws Problem 400, 403, 409 when there is one of that kind and name
     */
    @Transactional
    public OrganisationView create(
            OrganisationKind kind,
            @Nullable String name,
            @Nullable String region,
            @Nullable String carrier,
            Viewer viewer) {
        String place = region;
        String called = name == null ? "" : name.strip();
        Long id = null;
        if (kind.ofCarrier()) {
            RecordSnapshot record = carrier(kind, carrier == null ? called : carrier);
            place = record.region();
            called = record.name();
            id = record.id();
        } else if (kind == OrganisationKind.CITY) {
            place = prefecture(region);
            called = called.isEmpty() ? regions.label(place) + "委组织部" : called;
        } else if (place != null) {
            place = regions.find(place)
                    .orElseThrow(OrganisationRegister::noRegion)
                    .code();
        }
        HubOrganisation made = new HubOrganisation(kind, checked(called), place, id);
        if (!keeps(made.view(), viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.create"));
        }
        if (store.findByKindAndName(kind, called).isPresent()) {
            throw Problem.conflict("organisation.exists", Sentence.of("refused.organisation.exists"));
        }
        audit.record(viewer, "organisation.create", "organisation", called, kind.name());
        return store.save(made).view();
    }

    /** @throws Problem 400, 404, 409 */
    @Transactional
    public OrganisationView change(String id, @Nullable String name, @Nullable Boolean enabled, Viewer viewer) {
        HubOrganisation o = own(id, viewer);
        if (name != null && !name.strip().equals(o.view().name())) {
            if (o.view().carrier() != null) {
                throw Problem.badRequest("organisation.name", Sentence.of("refused.organisation.name"));
            }
            String called = checked(name.strip());
            if (store.findByKindAndName(o.view().kind(), called).isPresent()) {
                throw Problem.conflict("organisation.exists", Sentence.of("refused.organisation.exists"));
            }
            o.rename(called);
        }
        if (enabled != null) {
            o.enable(enabled);
        }
        audit.record(viewer, "organisation.change", "organisation", o.view().name(), String.valueOf(enabled));
        return o.view();
    }

    private static String checked(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Problem.badRequest("organisation.name", Sentence.of("refused.organisation.name.checked", LONGEST));
        }
        return name;
    }

    /** The base or station of that id, credit code or exact name. @throws Problem 400 when there is none */
    public RecordSnapshot carrier(OrganisationKind kind, String text) {
        return records.matching("carrier", text.strip()).stream()
                .filter(r -> kind.name().equals(r.subtype()))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "account.carrier",
                        Sentence.of(
                                "refused.account.carrier.unknown",
                                kind == OrganisationKind.BASE
                                        ? Sentence.of("refused.account.carrier.base")
                                        : Sentence.of("refused.account.carrier.station"))));
    }

    /** @throws Problem 400 unless it is the code or name of a unit at prefecture level */
    public String prefecture(@Nullable String region) {
        return regions.find(region == null ? "" : region.strip())
                .map(r -> r.code())
                .filter(code ->
                        regions.prefectures().stream().anyMatch(p -> p.code().equals(code)))
                .orElseThrow(OrganisationRegister::noRegion);
    }

    private static Problem noRegion() {
        return Problem.badRequest("account.region", Sentence.of("refused.account.region.noRegion"));
    }
}
