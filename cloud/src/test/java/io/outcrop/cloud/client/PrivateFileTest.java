package io.outcrop.cloud.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrivateFileTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "rw-r--r--,rw-------",
    "rw-------,rw-------",
    "r--r--r--,r--------",
    "rwxrwxrwx,rw-------"
  })
  void onlyTheOwnerMayReadIt(String before, String after) throws IOException {
    var file = Files.writeString(folder.resolve(".env"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(before));

    PrivateFile.write(file, "new".getBytes(StandardCharsets.UTF_8));

    assertThat(mode(file)).isEqualTo(after);
    assertThat(Files.readString(file)).isEqualTo("new");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aNewFileIsPrivate() throws IOException {
    PrivateFile.write(folder.resolve("fresh"), new byte[] {1});
    assertThat(mode(folder.resolve("fresh"))).isEqualTo("rw-------");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    var file = Files.writeString(folder.resolve("real"), "old");
    var link = Files.createSymbolicLink(folder.resolve("link"), file);
    PrivateFile.write(link, "new".getBytes(StandardCharsets.UTF_8));
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file)).isEqualTo("new");
  }

  @Test
  void aPipeIsWrittenToAndStaysAPipe() throws Exception {
    var pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    var reader = new FutureTask<>(() -> Files.readString(pipe));
    Thread.ofVirtual().start(reader);
    PrivateFile.write(pipe, "new".getBytes(StandardCharsets.UTF_8));
    assertThat(reader.get()).isEqualTo("new");
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
  }

  @Test
  void whatIsLargerThanAClientSidesFilesIsNotRead() throws IOException {
    var large = folder.resolve("credentials");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(17L * 1024 * 1024);
    }
    var client =
        new ClientSide(
            Map.of("AWS_SHARED_CREDENTIALS_FILE", large.toString()),
            folder,
            folder,
            Duration.ZERO,
            false);
    assertThat(AwsFiles.of(client).flaws())
        .singleElement()
        .satisfies(flaw -> assertThat(flaw.text()).contains("is larger than 16 MB"));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
