package org.talenthub.lifecycle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.SiteVisits;
import org.talenthub.pictures.Picture;
import org.talenthub.pictures.PictureAnswer;
import org.talenthub.security.Viewer;

/** The visit of an applicant: a record and photographs, from which place and device are taken. */
@RestController
@RequestMapping("/api/v1/applications/{id}")
class VisitApi {

    private final SiteVisits visits;

    VisitApi(SiteVisits visits) {
        this.visits = visits;
    }

    /** @param visit null before there was one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(SiteVisits.@Nullable Visit visit, List<Picture> photos) {}

    @GetMapping("/visit")
    Whole visit(@PathVariable String id, Viewer viewer) {
        return new Whole(visits.of(id, viewer).orElse(null), visits.photos(id, viewer));
    }

    @PutMapping("/visit")
    Whole write(@PathVariable String id, @RequestBody SiteVisits.Wish wish, Viewer viewer) {
        visits.write(id, wish, viewer);
        return visit(id, viewer);
    }

    @PostMapping(path = "/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Picture add(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String caption,
            Viewer viewer)
            throws IOException {
        visits.photos(id, viewer);
        if (file == null) {
            throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing"));
        }
        try (InputStream in = file.getInputStream()) {
            return visits.add(id, Objects.requireNonNullElse(file.getOriginalFilename(), "photo"), caption, in, viewer);
        }
    }

    @GetMapping("/photos/{photo}")
    ResponseEntity<byte[]> photo(@PathVariable String id, @PathVariable String photo, Viewer viewer)
            throws IOException {
        Picture picture = visits.photo(id, photo, viewer);
        return PictureAnswer.of(picture, visits.bytes(picture));
    }

    @DeleteMapping("/photos/{photo}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable String photo, Viewer viewer) {
        visits.remove(id, photo, viewer);
    }
}
