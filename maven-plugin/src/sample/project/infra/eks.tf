provider "aws" {
  region = "eu-central-1"
}

variable "subnets" {
  type = list(string)
}

resource "aws_eks_cluster" "ledger" {
  name     = "ledger"
  version  = "1.30"
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids = var.subnets
  }
}
