package org.talenthub.privacy;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.security.Viewer;
import org.talenthub.web.RecordTool;
import org.talenthub.web.Texts;

/** From a person's page to what erasing means. */
@Component
class ErasureTool implements RecordTool {

    private final Rights rights;
    private final Texts texts;

    ErasureTool(Rights rights, Texts texts) {
        this.rights = rights;
        this.texts = texts;
    }

    @Override
    public Optional<Tool> of(String type, String id, Viewer viewer) {
        return type.equals("talent") && rights.may(Act.ERASE, Thing.PERSON, viewer)
                ? Optional.of(new Tool(texts.text("erase.title"), "/talents/" + id + "/erase", true))
                : Optional.empty();
    }
}
