package org.talenthub.reference;

import java.util.List;
import java.util.Optional;
import org.talenthub.common.Sentence;

/**
 * One kind of sheet that can be imported, as {@code batch-jobs/<name>/job.yml} describes it.
 *
 * @param name talent, demand, enterprise, carrier or platform
 * @param title the sheet's Chinese name (高层次人才信息采集表)
 * @param legalBasis recorded with every batch (PIPL article 13), Chinese
 */
public record Feed(String name, String title, String legalBasis, List<Column> columns) {

    /** The sheet's name in both languages. */
    public Sentence named() {
        return Sentence.either(title, English.feed(name, title));
    }

    public Optional<Column> column(String field) {
        for (Column c : columns) {
            if (c.field().equals(field)) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }
}
