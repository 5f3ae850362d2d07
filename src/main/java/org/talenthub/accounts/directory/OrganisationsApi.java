package org.talenthub.accounts.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.accounts.organisations.OrganisationKind;
import org.talenthub.accounts.organisations.OrganisationRegister;
import org.talenthub.accounts.organisations.OrganisationView;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;
import org.talenthub.web.Texts;

/** OrganisationRegister, for those who keep the accounts. */
@RestController
@RequestMapping("/api/v1/organisations")
class OrganisationsApi {

    private final OrganisationRegister organisations;
    private final Directory directory;
    private final AccountFilters filters;
    private final Regions regions;
    private final Texts texts;

    OrganisationsApi(
            OrganisationRegister organisations,
            Directory directory,
            AccountFilters filters,
            Regions regions,
            Texts texts) {
        this.organisations = organisations;
        this.directory = directory;
        this.filters = filters;
        this.regions = regions;
        this.texts = texts;
    }

    /** @param carrier id of a base's or station's record */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            OrganisationKind kind,
            String name,
            @Nullable String region,
            @Nullable String regionLabel,
            @Nullable String carrier,
            boolean enabled,
            Instant createdAt) {}

    record Page(long total, int page, int size, List<Item> items) {}

    /**
     * An organisation that somebody wishes for, or what to change of one; what is absent stays as it is.
     *
     * @param kind PROVINCE, CITY, BASE, STATION, MATCHMAKER or HUB
     * @param carrier of a base or station: id, credit code or exact name
     * @param enabled false switches its accounts off with it
     */
    record Wish(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String region,
            @Nullable String carrier,
            @Nullable Boolean enabled) {}

    /** By {@code q kind region page size}. */
    @GetMapping
    Page list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        Parameters given = Parameters.only(parameters, "q", "kind", "region", "page", "size");
        Paging paging = given.paging();
        OrganisationRegister.Page found = organisations.list(filters.ofOrganisations(given), paging, viewer);
        return new Page(
                found.total(),
                paging.page(),
                paging.size(),
                found.items().stream().map(this::item).toList());
    }

    @GetMapping("/{id}")
    Item one(@PathVariable String id, Viewer viewer) {
        return item(organisations.get(id, viewer));
    }

    @PostMapping
    ResponseEntity<Item> create(@RequestBody Wish wish, Viewer viewer) {
        if (wish.kind() == null) {
            throw Problem.badRequest("organisation.kind", Sentence.of("refused.organisation.kind"));
        }
        OrganisationView made = organisations.create(
                Parameters.choice("kind", wish.kind(), OrganisationKind.class),
                wish.name(),
                wish.region(),
                wish.carrier(),
                viewer);
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + Ids.text(made.id())))
                .body(item(made));
    }

    @PutMapping("/{id}")
    Item change(@PathVariable String id, @RequestBody Wish wish, Viewer viewer) {
        return item(directory.changeOrganisation(id, wish.name(), wish.enabled(), viewer));
    }

    private Item item(OrganisationView o) {
        String region = o.region();
        Long carrier = o.carrier();
        return new Item(
                Ids.text(o.id()),
                o.kind(),
                o.name(),
                region,
                region == null ? null : texts.english() ? regions.english(region) : regions.label(region),
                carrier == null ? null : Ids.text(carrier),
                o.enabled(),
                o.createdAt());
    }
}
