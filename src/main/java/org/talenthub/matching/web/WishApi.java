package org.talenthub.matching.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.candidates.Availability;
import org.talenthub.matching.candidates.LeftOut;
import org.talenthub.matching.candidates.Needs;
import org.talenthub.matching.candidates.Pages;
import org.talenthub.matching.candidates.Reach;
import org.talenthub.search.Kind;
import org.talenthub.security.Viewer;

/** What owners say besides the sheets: how much a demand's conditions bind, whether a person wants to be asked. */
@RestController
@RequestMapping("/api/v1")
class WishApi {

    private final Reach reach;
    private final Needs needs;
    private final LeftOut leftOut;
    private final Pages pages;

    WishApi(Reach reach, Needs needs, LeftOut leftOut, Pages pages) {
        this.reach = reach;
        this.needs = needs;
        this.leftOut = leftOut;
        this.pages = pages;
    }

    /**
     * @param strengths part to MUST, SHOULD or NICE; what is absent is as the recruitment mode has it
     * @param excluded words of people who are not meant
     */
    record Conditions(
            @Nullable Map<String, @Nullable String> strengths,
            @Nullable List<@Nullable String> excluded) {}

    /** How much each condition of a demand binds. */
    @GetMapping("/demands/{id}/conditions")
    Pages.Basis conditions(@PathVariable String id, Viewer viewer) {
        return pages.basis(needs.of(reach.demand(id, viewer).record()));
    }

    @PutMapping("/demands/{id}/conditions")
    Pages.Basis change(@PathVariable String id, @RequestBody Conditions said, Viewer viewer) {
        Map<String, String> strengths = new LinkedHashMap<>();
        Map<String, @Nullable String> given = said.strengths();
        if (given != null) {
            given.forEach((k, v) -> strengths.put(k, v == null ? "" : v));
        }
        List<@Nullable String> excluded = said.excluded();
        return pages.basis(needs.change(
                reach.demand(id, viewer).record(),
                strengths,
                excluded == null
                        ? List.of()
                        : excluded.stream().map(w -> w == null ? "" : w).toList(),
                viewer));
    }

    /** @param until last day of a pause; null for one without an end */
    record Asking(@Nullable String state, @Nullable String until) {}

    @PutMapping("/talents/{id}/availability")
    Asking availability(@PathVariable String id, @RequestBody Asking said, Viewer viewer) {
        Reach.Seen person = reach.see(Kind.TALENT, id, viewer);
        Availability to = Arrays.stream(Availability.values())
                .filter(a -> a.name().equals(said.state()))
                .findFirst()
                .orElseThrow(
                        () -> Problem.badRequest("availability.unknown", Sentence.of("refused.availability.unknown")));
        LocalDate until = day(said.until());
        leftOut.set(person.record(), to, until, viewer);
        return new Asking(to.name(), until == null ? null : until.toString());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("until.invalid", Sentence.of("refused.until.invalid"));
        }
    }
}
