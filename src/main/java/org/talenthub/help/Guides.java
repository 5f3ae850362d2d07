package org.talenthub.help;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The guides' texts and pictures, each read once. */
@Component
class Guides {

    /** In the jar; a hub that runs from its sources reads them where they are written. */
    private static final List<String> PLACES = List.of("classpath:help/", "file:docs/");

    private static final Pattern PICTURE = Pattern.compile("[a-z-]{1,40}");

    private final ResourceLoader loader;
    private final Cache<String, GuideText> texts =
            Caffeine.newBuilder().maximumSize(20).build();

    Guides(ResourceLoader loader) {
        this.loader = loader;
    }

    GuideText text(Guide guide, boolean english) {
        return texts.get(guide.file(english), file -> GuideText.of(guide, read(file)));
    }

    /** One of the guides' pictures, by its name without an ending. */
    Optional<Resource> picture(String name) {
        return PICTURE.matcher(name).matches() ? find("pictures/" + name + ".png") : Optional.empty();
    }

    private String read(String file) {
        Resource found = find(file).orElseThrow(() -> new IllegalStateException("there is no " + file));
        try {
            return found.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Resource> find(String file) {
        return PLACES.stream()
                .map(place -> loader.getResource(place + file))
                .filter(Resource::isReadable)
                .findFirst();
    }
}
