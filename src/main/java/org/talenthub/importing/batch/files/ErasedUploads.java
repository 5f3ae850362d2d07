package org.talenthub.importing.batch.files;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.PersonalData;

/**
 * Uploaded files that name a person who is erased: the whole file goes, since a row cannot be taken out of a sealed one; its batch, its other
 * rows and what they did to the pool stay.
 */
@Component
class ErasedUploads implements PersonalData {

    private final JdbcClient jdbc;
    private final ImportFiles files;

    ErasedUploads(JdbcClient jdbc, ImportFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Override
    public String kind() {
        return "files";
    }

    @Override
    public long erase(Person person) {
        if (person.batches().isEmpty()) {
            return 0;
        }
        // like problems are counted anew when somebody looks
        jdbc.sql("update import_batch set issue_groups = null, overtaken = null where id in (:ids)")
                .param("ids", person.batches())
                .update();
        person.batches().forEach(files::delete);
        return person.batches().size();
    }
}
