package org.talenthub.editions.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.talenthub.editions.model.EditionLife.State;

/** The editions. */
public interface Editions extends Repository<Edition, Long> {

    Edition save(Edition edition);

    void flush();

    Optional<Edition> findById(long id);

    Optional<Edition> findByNumber(String number);

    @Query("select e.number from Edition e where e.number like concat(:prefix, '%')")
    List<String> numbers(String prefix);

    /** Within a transaction that publishes: one edition of a kind at a time takes the place of the last. */
    @Query(value = "select id from key_edition where kind = :kind order by id for update", nativeQuery = true)
    List<Long> lockKind(String kind);

    @Query("from Edition e where e.kind in (:kinds) and e.state in (:states) order by e.day desc, e.id desc")
    List<Edition> page(Collection<EditionKind> kinds, Collection<State> states, Pageable page);

    @Query("select count(e) from Edition e where e.kind in (:kinds) and e.state in (:states)")
    long count(Collection<EditionKind> kinds, Collection<State> states);

    List<Edition> findByKindAndState(EditionKind kind, State state);

    /** The last ones that were out by that day, the newest first. */
    @Query("from Edition e where e.kind = :kind and e.state in (:states) and e.day <= :day and e.id <> :but"
            + " order by e.day desc, e.publishedAt desc")
    List<Edition> before(EditionKind kind, Collection<State> states, LocalDate day, long but, Limit limit);

    /** How many lines each has. */
    @Query("select e.id, size(e.lines) from Edition e where e.id in (:ids)")
    List<Object[]> sizes(Collection<Long> ids);
}
