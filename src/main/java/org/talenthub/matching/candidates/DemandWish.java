package org.talenthub.matching.candidates;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.matching.scoring.Need;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Strength;
import org.talenthub.security.Viewer;

/** What a demand's owner says of its conditions; it stays when the demand is reported again. */
@Entity
class DemandWish {

    @Id
    private long demandId;

    private String strengths = "";
    private String excluded = "";

    @SuppressWarnings("UnusedVariable") // kept for who has to answer for it
    private String changedBy = "";

    @SuppressWarnings("UnusedVariable") // the same
    private Instant changedAt = Instant.EPOCH;

    protected DemandWish() {}

    DemandWish(long demand) {
        this.demandId = demand;
    }

    long demand() {
        return demandId;
    }

    void change(Need.Wishes wishes, Viewer by) {
        List<String> words = new ArrayList<>();
        wishes.strengths().forEach((aspect, s) -> words.add(aspect.key() + "=" + s));
        strengths = String.join(" ", words);
        excluded = String.join("\n", wishes.excluded());
        changedBy = by.displayName();
        changedAt = Instant.now();
    }

    Need.Wishes wishes() {
        Map<Aspect, Strength> own = new EnumMap<>(Aspect.class);
        for (String word : strengths.split(" ", -1)) {
            int at = word.indexOf('=');
            @Nullable
            Aspect aspect = at < 0 ? null : Aspect.of(word.substring(0, at)).orElse(null);
            if (aspect != null) {
                own.put(aspect, Strength.valueOf(word.substring(at + 1)));
            }
        }
        return new Need.Wishes(own, excluded.isEmpty() ? List.of() : List.of(excluded.split("\n", -1)));
    }
}
