package org.talenthub.matching.candidates;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.matching.scoring.Kinship;
import org.talenthub.matching.scoring.Meant;
import org.talenthub.matching.scoring.Need;
import org.talenthub.matching.scoring.Person;
import org.talenthub.matching.scoring.Phrase;
import org.talenthub.matching.scoring.Weights;
import org.talenthub.meaning.Cosines;
import org.talenthub.meaning.RecordVectors;

/** How near the texts of some demands and people are in what they mean, looked up once for all of them. */
@Component
public class Kin {

    private final RecordVectors vectors;
    private final Weights weights;

    Kin(RecordVectors vectors, Weights weights) {
        this.vectors = vectors;
        this.weights = weights;
    }

    public Kinship between(Collection<Need> needs, Collection<Person> people) {
        Set<String> texts = new HashSet<>();
        needs.forEach(n -> Stream.concat(n.skills().stream(), n.majors().stream())
                .map(Phrase::text)
                .forEach(texts::add));
        people.forEach(p ->
                Stream.concat(p.told(), p.major().stream()).map(Phrase::text).forEach(texts::add));
        Cosines cosines = vectors.cosines(texts);
        return cosines.none() ? Kinship.NONE : new Meant(cosines, weights);
    }
}
