package ganengine.gan.data.download;

import java.net.URI;
import java.util.List;

/**
 * Where a data set comes from. Addresses and checksums are the makers', or, where those give none,
 * the ones that the common loaders (torchvision, scikit-learn) check against.
 *
 * @param name the data set's
 * @param files to fetch; none where its makers want you to come yourself
 * @param terms on which it may be used, or how to come by it: lines to print
 */
public record DataSetSource(String name, List<RemoteFile> files, List<String> terms) {
  private static final String FUNNELED_FACES = "lfw-funneled.tgz";

  /** All, in the order of the help. */
  public static final List<DataSetSource> ALL =
      List.of(mnist(), fashionMnist(), cifar10(), lfw(), svhn(), celeba(), lsun());

  private static DataSetSource mnist() {
    List<String> places =
        List.of(
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/");
    return new DataSetSource(
        "mnist",
        List.of(
            RemoteFile.at(
                places,
                "train-images-idx3-ubyte.gz",
                9_912_422,
                Checksum.md5("f68b3c2dcbeaaa9fbdd348bbdeb94873")),
            RemoteFile.at(
                places,
                "train-labels-idx1-ubyte.gz",
                28_881,
                Checksum.md5("d53e105ee54ea40749a09fcbcd1e9432")),
            RemoteFile.at(
                places,
                "t10k-images-idx3-ubyte.gz",
                1_648_877,
                Checksum.md5("9fb629c4189551a2d022fa330f9573f3")),
            RemoteFile.at(
                places,
                "t10k-labels-idx1-ubyte.gz",
                4_542,
                Checksum.md5("ec29112dd5afa0611ce80d1b7f02629c"))),
        List.of("MNIST: (c) Y. LeCun and C. Cortes, CC BY-SA 3.0"));
  }

  private static DataSetSource fashionMnist() {
    List<String> places =
        List.of(
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/");
    return new DataSetSource(
        "fashion-mnist",
        List.of(
            RemoteFile.at(
                places,
                "train-images-idx3-ubyte.gz",
                26_421_880,
                Checksum.md5("8d4fb7e6c68d591d4c3dfef9ec88bf0d")),
            RemoteFile.at(
                places,
                "train-labels-idx1-ubyte.gz",
                29_515,
                Checksum.md5("25c81989df183df01b3e8a0aad5dffbe")),
            RemoteFile.at(
                places,
                "t10k-images-idx3-ubyte.gz",
                4_422_102,
                Checksum.md5("bef4ecab320f06d8554ea6380940ec79")),
            RemoteFile.at(
                places,
                "t10k-labels-idx1-ubyte.gz",
                5_148,
                Checksum.md5("bb300cfdad3c16e7a12a480ee83cd310"))),
        List.of("Fashion-MNIST: (c) 2017 Zalando SE, MIT License"));
  }

  private static DataSetSource cifar10() {
    return new DataSetSource(
        "cifar10",
        List.of(
            RemoteFile.at(
                List.of("https://www.cs.toronto.edu/~kriz/", "https://cave.cs.toronto.edu/kriz/"),
                "cifar-10-binary.tar.gz",
                170_052_171,
                Checksum.md5("c32a1d4ab5d03f1284b67883e8d87530"))),
        List.of(
            "CIFAR-10: made public for research; cite A. Krizhevsky, \"Learning Multiple Layers of"
                + " Features from Tiny Images\", 2009"));
  }

  private static DataSetSource lfw() {
    return new DataSetSource(
        "lfw",
        List.of(
            new RemoteFile(
                FUNNELED_FACES,
                List.of(
                    URI.create("https://ndownloader.figshare.com/files/5976015"),
                    URI.create("http://vis-www.cs.umass.edu/lfw/" + FUNNELED_FACES)),
                243_346_528,
                Checksum.sha256(
                    "b47c8422c8cded889dc5a13418c4bc2abbda121092b3533a83306f90d900100a"))),
        List.of(
            "LFW: press photographs collected for research; cite Huang, Ramesh, Berg,"
                + " Learned-Miller, UMass Amherst TR 07-49, 2007"));
  }

  private static DataSetSource svhn() {
    List<String> places = List.of("http://ufldl.stanford.edu/housenumbers/");
    return new DataSetSource(
        "svhn",
        List.of(
            RemoteFile.at(
                places,
                "train_32x32.mat",
                182_040_794,
                Checksum.md5("e26dedcc434d2e4c54c9b2d4a06d8373")),
            RemoteFile.at(
                places,
                "test_32x32.mat",
                64_275_384,
                Checksum.md5("eb5a983be6a315427106f1b164d9cef3"))),
        List.of("SVHN: for non-commercial use only; cite Netzer et al., NIPS Workshop 2011"));
  }

  private static DataSetSource celeba() {
    return new DataSetSource(
        "celeba",
        List.of(),
        List.of(
            "CelebA is given out by its makers alone, for non-commercial research, on terms that you",
            "accept on their page: https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html",
            "Get \"Align&Cropped Images\": img_align_celeba.zip (1.4 GB, 202,599 images), and if you",
            "want attributes Anno/list_attr_celeba.txt and Eval/list_eval_partition.txt; put them into",
            "one folder DIR, the zip as it is, then: train --dataset celeba --data DIR"));
  }

  private static DataSetSource lsun() {
    return new DataSetSource(
        "lsun",
        List.of(),
        List.of(
            "LSUN is too large to be fetched unasked: choose a category and a place for it",
            "(bedroom 43 GB, church_outdoor 2.3 GB, restaurant 13 GB): https://www.yf.io/p/lsun",
            "Get http://dl.yf.io/lsun/scenes/CATEGORY_train_lmdb.zip, unpack it, and give the folder",
            "CATEGORY_train_lmdb (with data.mdb in it): train --dataset lsun --data DIR",
            "To try it out: church_outdoor_val_lmdb.zip has 300 images. No checksums are published."));
  }

  /** Bytes of all files. */
  public long size() {
    return files.stream().mapToLong(RemoteFile::size).sum();
  }
}
