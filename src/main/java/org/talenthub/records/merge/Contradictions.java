package org.talenthub.records.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Survivorship.Rules;

/** Where the live reports of a record say different things; the one place that knows, for its page as for the list of what waits. */
@Component
class Contradictions {

    private final Derivation derivation;
    private final Feeds feeds;

    Contradictions(Derivation derivation, Feeds feeds) {
        this.derivation = derivation;
        this.feeds = feeds;
    }

    /**
     * One field.
     *
     * @param groups the claims by what they say
     * @param choice what an official decided, null when nobody did
     * @param holds a live report still says what was chosen
     * @param outdated the reporter that was chosen says something else by now
     */
    record Contradiction(
            Column column,
            List<List<Claim>> groups,
            @Nullable Choice choice,
            boolean holds,
            boolean outdated) {

        /** Nobody has decided, or what was decided needs another look. */
        boolean open() {
            return choice == null || !holds || outdated;
        }
    }

    /** In the order of the sheet's columns; fields that an official was asked about are there even when nobody contradicts any more. */
    List<Contradiction> of(PoolRecord record, List<Report> live, List<Claim> speaking, Background background) {
        Rules rules = derivation.rules(record.type);
        Map<String, Claim> chosen = derivation.chosen(record, live, background);
        Map<String, Choice> choices =
                background.choices(record.id).stream().collect(Collectors.toMap(Choice::field, Function.identity()));
        List<Contradiction> found = new ArrayList<>();
        for (Column c : feeds.get(record.type).columns()) {
            Choice choice = choices.get(rules.unit(c.field()));
            Claim winner = chosen.get(rules.unit(c.field()));
            List<Claim> say = new ArrayList<>(speaking);
            if (winner != null && !say.contains(winner)) {
                say.add(winner);
            }
            say.removeIf(claim -> claim.value(c.field()) == null);
            List<List<Claim>> groups = Agreement.groups(c, say);
            boolean decided = choice != null && choice.asked().equals(c.field());
            if (decided || (groups.size() > 1 && rules.compared(c.field()))) {
                found.add(new Contradiction(
                        c, groups, choice, winner != null, choice != null && outdated(record.type, choice, speaking)));
            }
        }
        return found;
    }

    /** Names of the fields that wait for a decision. */
    List<String> open(PoolRecord record, List<Report> live, Background background) {
        List<Report> speaking = Derivation.speaking(live);
        if (!record.live()
                || (speaking.size() < 2 && background.choices(record.id).isEmpty())) {
            return List.of();
        }
        return of(record, live, derivation.claims(speaking, background), background).stream()
                .filter(Contradiction::open)
                .map(c -> c.column().field())
                .toList();
    }

    private boolean outdated(String type, Choice choice, List<Claim> speaking) {
        return speaking.stream()
                .anyMatch(c -> c.report().reporter.equals(choice.reporter())
                        && !Objects.equals(derivation.valueHash(type, choice.field(), c), choice.valueHash()));
    }
}
