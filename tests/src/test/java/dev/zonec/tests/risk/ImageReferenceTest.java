package dev.zonec.tests.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.risk.image.ImageReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References are expanded as container runtimes expand them. */
final class ImageReferenceTest {
  private static final String DIGEST = "sha256:" + "a".repeat(64);

  @ParameterizedTest
  @CsvSource({
    "web, docker.io/library/web:latest",
    "shop/web, docker.io/shop/web:latest",
    "shop/web:1.2, docker.io/shop/web:1.2",
    "docker.io/web, docker.io/library/web:latest",
    "index.docker.io/library/nginx:alpine, docker.io/library/nginx:alpine",
    "localhost/web, localhost/web:latest",
    "localhost:5000/web:1, localhost:5000/web:1",
    "registry.example:443/a/b/c:1-rc.1, registry.example:443/a/b/c:1-rc.1",
    "gcr.io/p/web_x__y--z, gcr.io/p/web_x__y--z:latest"
  })
  void namesAreExpanded(String written, String meant) {
    assertThat(ImageReference.parse(written).map(ImageReference::toString)).contains(meant);
  }

  @Test
  void aDigestNeedsNoTag() {
    assertThat(ImageReference.parse("web@" + DIGEST).orElseThrow().toString())
        .isEqualTo("docker.io/library/web@" + DIGEST);
    assertThat(ImageReference.digestIn("docker-pullable://shop/web@" + DIGEST)).contains(DIGEST);
    assertThat(ImageReference.digestIn("docker://" + DIGEST)).contains(DIGEST);
    assertThat(ImageReference.digestIn(DIGEST)).contains(DIGEST);
    assertThat(ImageReference.digestIn("shop/web:1.2")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Web", "web:", "web@sha256:12", "a//b", "web:tag:tag", "'a b'"})
  void otherTextIsNoReference(String text) {
    assertThat(ImageReference.parse(text)).isEmpty();
  }
}
