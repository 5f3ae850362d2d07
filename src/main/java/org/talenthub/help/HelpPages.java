package org.talenthub.help;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.talenthub.common.Problem;
import org.talenthub.web.Texts;

/** The guides as pages, in the reader's language. */
@Controller
@RequestMapping("/help")
class HelpPages {

    private final Guides guides;
    private final Texts texts;

    HelpPages(Guides guides, Texts texts) {
        this.guides = guides;
        this.texts = texts;
    }

    record Line(String word, String title, List<GuideText.Chapter> chapters) {}

    @GetMapping
    String all(Model model) {
        model.addAttribute(
                "guides",
                Arrays.stream(Guide.values())
                        .map(g -> line(g, guides.text(g, texts.english())))
                        .toList());
        return "help/list";
    }

    private static Line line(Guide guide, GuideText text) {
        return new Line(guide.word(), text.title(), text.chapters());
    }

    @GetMapping("/{guide}")
    String one(@PathVariable String guide, Model model) {
        Guide known = Arrays.stream(Guide.values())
                .filter(g -> g.word().equals(guide))
                .findFirst()
                .orElseThrow(Problem::notFound);
        model.addAttribute("guide", guides.text(known, texts.english()));
        return "help/guide";
    }

    @Hidden
    @GetMapping("/pictures/{name}")
    ResponseEntity<Resource> picture(@PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(guides.picture(name).orElseThrow(Problem::notFound));
    }
}
