package org.talenthub.services;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.pictures.Picture;
import org.talenthub.pictures.PictureAnswer;
import org.talenthub.security.Viewer;

/** Pictures of typical cases, from which place and device are taken; public once the case is. */
@RestController
@RequestMapping("/api/v1/typical-cases/{id}/pictures")
class CasePicturesApi {

    private final Telling telling;

    CasePicturesApi(Telling telling) {
        this.telling = telling;
    }

    /** A picture as everybody may know it. */
    record Item(String id, String caption, int width, int height, long size, String sha256) {

        static Item of(Picture p) {
            return new Item(p.id(), p.caption(), p.width(), p.height(), p.size(), p.sha256());
        }
    }

    @GetMapping
    List<Item> list(@PathVariable String id, Viewer viewer) {
        return telling.pictures(id, viewer).stream().map(Item::of).toList();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Item add(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String caption,
            Viewer viewer)
            throws IOException {
        telling.get(id, viewer);
        if (file == null) {
            throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing"));
        }
        try (InputStream in = file.getInputStream()) {
            return Item.of(telling.add(
                    id, Objects.requireNonNullElse(file.getOriginalFilename(), "picture"), caption, in, viewer));
        }
    }

    @GetMapping("/{picture}")
    ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable String picture, Viewer viewer)
            throws IOException {
        Picture p = telling.picture(id, picture, viewer);
        return PictureAnswer.of(p, telling.bytes(p));
    }

    @DeleteMapping("/{picture}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable String picture, Viewer viewer) {
        telling.remove(id, picture, viewer);
    }
}
